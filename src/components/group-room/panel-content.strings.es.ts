import type { PanelStrings } from './panel-content.strings.js';

const spanish: PanelStrings = {
  support: {
    about: 'Dile a {name} en privado que necesitas apoyo. Nadie más en la sala lo ve.',
    noHost:
      'Ahora no hay nadie que facilite en la sala, así que nadie aquí recibiría tu aviso. Las líneas de abajo responden a toda hora.',
    hostGone: 'Quien facilita salió de la sala. Las líneas de abajo responden a toda hora.',
    tell: 'Avisar a {name}',
    again: 'Avisar otra vez a {name}',
    sent: 'Enviado a {name}. Todavía no ha llegado.',
    received: 'Está en la pantalla de {name}. Puede que aún no lo haya mirado.',
    seen: '{name} vio que necesitas apoyo.',
    failed: 'Tu aviso no llegó. Inténtalo de nuevo o usa las líneas de abajo.',
  },
  hands: 'Manos levantadas, en orden',
  facilitator: 'facilita el grupo',
  micOn: 'micrófono encendido',
  camOn: 'cámara encendida',
  camOff: 'cámara apagada',
  shortcuts: 'Atajos de teclado',
  shortcutsHint: 'M para el micrófono, V para el video, H para la mano, mientras estás en la sala.',
};
export default spanish;
