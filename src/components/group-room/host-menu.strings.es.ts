import type { HostStrings } from './host-menu.strings.js';

const spanish: HostStrings = {
  title: 'Facilitar',
  calls: 'Piden apoyo',
  callsHint: 'Solo tú ves esto. Con “Visto”, la persona sabe que lo viste.',
  seen: 'Visto',
  seenFor: 'Visto: avisar a {name}',
  told: '{name} sabe que lo viste.',
  everyone: 'Todo el grupo',
  mute: 'Silenciar a todos',
  muteHint: 'Cada persona puede volver a hablar cuando quiera. Tú no puedes abrir su micrófono.',
  muted: 'Los demás micrófonos están apagados.',
  lower: 'Bajar todas las manos',
  lowered: 'No queda ninguna mano levantada.',
  people: 'Terminar la visita de alguien',
  alone: 'No hay nadie más aquí.',
  remove: 'Sacar…',
  removeName: 'Sacar a {name}…',
  why: '¿Por qué debe salir {name} ahora?',
  whyHint: 'Leerá palabras amables y cómo pedir ayuda. El grupo no sabrá por qué.',
  reasons: {
    agreements: 'Lo que acordamos',
    unsettled: 'El grupo necesita calma',
    'unknown-person': 'No sé quién es',
  },
  confirm: 'Sacar a {name}',
  keep: 'Dejar que se quede',
  removed: '{name} ya no está en la sala.',
  failed: 'Esto no llegó. Nada ha cambiado. Inténtalo de nuevo.',
};
export default spanish;
