import type { HowWasItStrings } from './how-was-it.strings.js';

const spanish: HowWasItStrings = {
  title: '¿Cómo te fue?',
  about:
    'No tienes que responder. Se guarda con tus registros, para ti y las personas con quienes los compartes.',
  answers: { good: 'Me ayudó', okay: 'Estuvo bien', hard: 'Fue difícil' },
  sending: 'Enviando…',
  thanks: 'Gracias por contarnos.',
  queued: 'Gracias. Se guarda en este dispositivo y se envía cuando tengas conexión.',
  hard: 'Hay sesiones difíciles, y no tienes que llevar esto en soledad. Puedes hablar con tu mentor, tu mentora o tu equipo de atención. Si necesitas ayuda ahora, está justo aquí abajo.',
};
export default spanish;
