import type { PermissionStrings } from './permission-help.strings.js';

const spanish: PermissionStrings = {
  title: 'Cómo dar permiso',
  again: 'Vuelve aquí y toca “Intentar de nuevo”.',
  browser: {
    chrome: ['Haz clic en el ícono a la izquierda de la dirección web.', 'Activa “{device}”.'],
    edge: [
      'Haz clic en el candado a la izquierda de la dirección web.',
      'Abre “Permisos para este sitio” y pon “{device}” en “Permitir”.',
    ],
    firefox: [
      'Toca el ícono a la izquierda de la dirección web.',
      'Quita el bloqueo de “{device}”.',
    ],
    safari: [
      'En el menú de arriba abre “Safari” y luego “Configuración para” este sitio web.',
      'Pon “{device}” en “Permitir”.',
    ],
    android: [
      'Toca el ícono a la izquierda de la dirección web.',
      'Abre “Permisos” y activa “{device}”.',
    ],
    ios: [
      'Toca el menú de la página junto a la dirección web.',
      'Abre “Configuración del sitio web” y pon “{device}” en “Permitir”.',
    ],
  },
  system: {
    windows: [
      'Abre “Configuración”, “Privacidad y seguridad”, “{device}”.',
      'Activa el acceso para el dispositivo, para las aplicaciones y para las aplicaciones de escritorio.',
    ],
    macos: [
      'Abre “Configuración del Sistema”, “Privacidad y seguridad”, “{device}”.',
      'Activa tu navegador. Puede que tu Mac te pida cerrarlo y abrirlo de nuevo.',
    ],
    ios: [
      'Abre “Configuración” y busca tu navegador en la lista de aplicaciones.',
      'Activa “{device}”.',
    ],
    android: [
      'Abre “Ajustes”, “Aplicaciones”, tu navegador, “Permisos”.',
      'Pon “{device}” en “Permitir solo con la app en uso”.',
    ],
    chromeos: [
      'Abre “Configuración”, “Privacidad y seguridad”, “Controles de privacidad”.',
      'Activa “{device}”.',
    ],
    linux: [
      'Abre los ajustes de privacidad de tu sistema.',
      'Deja que tu navegador use “{device}”.',
    ],
  },
};
export default spanish;
