import type { LackStrings } from './lack-notice.strings.js';

const spanish: LackStrings = {
  webrtc:
    'Este navegador no puede entrar a salas de video. Abre esta página en un Chrome, Safari o Firefox actual.',
  insecure:
    'Esta página no está en una dirección segura, así que tu navegador no deja usar la cámara ni el micrófono. Puedes entrar y escuchar. Avisa a tu clínica, por favor.',
  policy:
    'Esta página no permite usar la cámara ni el micrófono. Puedes entrar y escuchar. Avisa a tu clínica, por favor.',
};
export default spanish;
