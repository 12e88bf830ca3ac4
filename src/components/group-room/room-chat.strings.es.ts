import type { ChatStrings } from './room-chat.strings.js';

const spanish: ChatStrings = {
  title: 'Mensajes',
  private: 'Solo quienes están ahora en la sala pueden leer esto. Se borra cuando sales.',
  none: 'Aún no hay nada. Puedes escribir primero.',
  you: 'Tú',
  write: 'Escribe a todas las personas en la sala',
  send: 'Enviar',
  sent: 'Enviado.',
  notSent: 'No se envió, porque no tienes conexión ahora. Tus palabras siguen aquí.',
  tooMany:
    'Fue mucho en poco tiempo. Espera unos segundos y envía de nuevo. Tus palabras siguen aquí.',
  react: 'Muestra cómo te sientes',
  heart: 'Enviar un corazón',
  'thumbs-up': 'Pulgar arriba',
  sparkles: 'Celebrar',
  shown: 'Todos lo ven.',
};
export default spanish;
