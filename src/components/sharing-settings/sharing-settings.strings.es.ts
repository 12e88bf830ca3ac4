import { sharedSpanish } from '../shared/shared.strings.es.js';
import type { SharingSettingsStrings } from './sharing-settings.strings.js';

const spanish: SharingSettingsStrings = {
  ...sharedSpanish,
  noHeading: 'Lo que compartes',
  heading: 'Lo que {name} puede ver',
  lead: 'Nada, hasta que tú lo digas. Eliges cada cosa aparte y puedes cambiarlo cuando quieras.',
  noMentor: 'Cuando tengas mentor o mentora, aquí eliges lo que puede ver.',
  notYours:
    'Quienes están en el programa eligen aquí lo que comparten. No hay nada que tengas que elegir.',
  scopes: {
    name: ['Tu nombre', 'Sin él, ve “Alguien”.'],
    diagnosis: ['Por qué recibes atención', 'Tu diagnóstico, como lo escribió tu equipo.'],
    substances: ['De qué te recuperas', 'Qué sustancias, si las hay.'],
    'check-in-answers': ['Tus respuestas diarias', 'Números y opciones, como ánimo y sueño.'],
    'free-text': ['Lo que escribes en ellas', 'Tus propias palabras, junto con tus respuestas.'],
    'recovery-dates': [
      'Tu tiempo de recuperación y tus logros',
      'Fechas, fichas y lo que agregaste.',
    ],
    'group-membership': ['En qué grupos estás', 'Solo los grupos, no lo que se dice ahí.'],
    'contact-after-discharge': [
      'Seguir en contacto después del programa',
      'Puede escribirte cuando ya hayas salido.',
    ],
  },
  needsAnswers: 'Solo lo ve si también compartes tus respuestas diarias.',
  until: 'Hasta el {date}',
  renew: 'Compartir {n} días más',
  renewed: 'Compartido hasta el {date}.',
  ends: {
    one: 'Termina por sí solo después de {n} día, para que siga siendo tu decisión.',
    other: 'Termina por sí solo después de {n} días, para que siga siendo tu decisión.',
  },
  shared: '{name} puede verlo desde ahora.',
  unshared: '{name} ya no puede verlo.',
  stopAll: 'Dejar de compartir todo',
  stopped: '{name} ya no puede ver nada de esto.',
  before: 'Lo que compartiste antes',
  fromTo: '{from} a {to}',
};
export default spanish;
