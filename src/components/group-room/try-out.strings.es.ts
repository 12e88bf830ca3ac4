import type { TryOutStrings } from './try-out.strings.js';

const spanish: TryOutStrings = {
  stop: 'Parar',
  microphone: {
    title: 'Escúchate',
    about: 'Grabamos 4 segundos y te los ponemos. Nadie más los oye y no se guarda nada.',
    start: 'Grabar y escuchar',
    recording: 'Grabando ahora. Di unas palabras.',
    playing: 'Así te oyes.',
    done: '¿Te oíste? Si no, prueba el altavoz o elige otro micrófono.',
    failed: 'No pudimos grabar ahora. Igual puedes entrar e intentarlo de nuevo en la sala.',
  },
  speaker: {
    title: 'Escucha el altavoz',
    about: 'Tocamos tres notas.',
    start: 'Tocar tres notas',
    playing: 'Sonando…',
    done: '¿Oíste tres notas? Si no, sube el volumen y mira por dónde sale el sonido: altavoz, auriculares o audífonos.',
    failed:
      'Tu navegador no nos deja reproducir sonido. Revisa que esta página no esté silenciada.',
  },
  network: {
    title: 'Prueba la conexión',
    about: 'Toma unos segundos. Solo envía datos de prueba, nada sobre ti.',
    start: 'Probar la conexión',
    testing: 'Probando…',
    offline: 'No tienes conexión. Revisa tu wifi o tus datos móviles y prueba de nuevo.',
    browser:
      'El video funciona en este navegador. Qué tan buena es tu conexión con los demás solo se sabe en la sala.',
    good: 'Llegamos al servicio de video, ida y vuelta en {ms} ms. Es bueno para el video.',
    fair: 'Llegamos al servicio de video, ida y vuelta en {ms} ms, con {lost} de los datos perdidos. El sonido debería funcionar. Si se corta, apaga tu cámara.',
    noRelay:
      'No pudimos llegar al servicio de video. Puede que tu red bloquee el video. Prueba con otra red, como tus datos móviles. Igual puedes intentar entrar.',
    failed:
      'Este navegador no puede conectarse por video aquí. Prueba con otro navegador o aparato.',
  },
};
export default spanish;
