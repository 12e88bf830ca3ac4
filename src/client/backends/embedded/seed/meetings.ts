import { wallClockAt } from '../../../model/date-time.js';
import type { StoredMeeting } from '../collections.js';
import { newId } from '../random.js';
import { person } from './people.js';
import { t, ZONE, type Times } from './times.js';

const agreements = {
  version: '1',
  items: [
    t('What is said here stays here.', 'Lo que se dice aquí se queda aquí.'),
    t(
      'I join from a private place and use headphones.',
      'Me conecto desde un lugar privado y uso audífonos.',
    ),
    t('Nobody records or takes pictures.', 'Nadie graba ni toma fotos.'),
    t(
      'I speak from my own experience and let others finish.',
      'Hablo desde mi experiencia y dejo que los demás terminen.',
    ),
    t(
      'I may pass, keep my camera off, use another name, or leave at any time.',
      'Puedo pasar mi turno, apagar la cámara, usar otro nombre o salir en cualquier momento.',
    ),
  ],
};

const CHECK_IN = [
  t('Open check-in group', 'Grupo abierto de bienvenida'),
  t('Say how you are. Listening is enough.', 'Di cómo estás. Escuchar también vale.'),
] as const;

/** The groups of a week, by weekday from Sunday: hour, title, description. */
const WEEK = [
  [
    17,
    t('Sunday reflections', 'Reflexiones del domingo'),
    t(
      'Look back on the week and choose one thing for the next.',
      'Mira la semana y elige una cosa para la próxima.',
    ),
  ],
  [
    18,
    t('Riding out a craving', 'Dejar pasar un antojo'),
    t(
      'Skills for the twenty minutes that feel endless.',
      'Herramientas para esos veinte minutos que parecen eternos.',
    ),
  ],
  [
    18,
    t('Sleep and steady days', 'Dormir y tener días estables'),
    t(
      'Small routines that hold when things wobble.',
      'Rutinas pequeñas que sostienen cuando algo se mueve.',
    ),
  ],
  [
    18,
    t('Asking for help', 'Pedir ayuda'),
    t('Practice the call before you need it.', 'Practica la llamada antes de necesitarla.'),
  ],
  [
    18,
    t('Family and friends', 'Familia y amistades'),
    t('What to say, and what can wait.', 'Qué decir y qué puede esperar.'),
  ],
  [
    18,
    t('Planning the weekend', 'Planear el fin de semana'),
    t(
      'Know your hard hours and who is there for them.',
      'Conoce tus horas difíciles y quién estará ahí.',
    ),
  ],
  [
    10,
    t('Saturday recovery group', 'Grupo de recuperación del sábado'),
    t('Coffee, stories, and room for everybody.', 'Café, historias y lugar para todos.'),
  ],
] as const;

/**
 * The meetings of the next ten days, two of them with their doors open now. Ids say which meeting it
 * is, so that planting again adds only those that are missing.
 */
export function comingMeetings(times: Times, paired: boolean): StoredMeeting[] {
  const group = { kind: 'group', facilitator: person('luis'), agreements } as const;
  const common = { status: 'scheduled', members: ['jordan', 'sam', 'alex', 'luis'] } as const;
  const meeting = (
    id: string,
    startsAt: string,
    minutes: number,
    rest: Omit<StoredMeeting, 'id' | 'startsAt' | 'endsAt' | 'room' | 'status' | 'members'>,
    members: readonly string[] = common.members,
  ): StoredMeeting => ({
    ...rest,
    id,
    startsAt,
    endsAt: new Date(Date.parse(startsAt) + minutes * 60_000).toISOString(),
    status: common.status,
    members: [...members],
    room: newId(times.now),
  });

  const began = new Date(Math.floor(+times.now / 3_600_000) * 3_600_000).toISOString();
  const found = [
    meeting(
      `open ${began}`,
      began,
      90,
      { ...group, title: CHECK_IN[0], description: CHECK_IN[1] },
      // A mentor comes along, so that both sides of a pairing can be seen in one room.
      [...common.members, 'maya'],
    ),
    // With a waiting room, a little later, so that the other is the first that one sees.
    meeting(`door ${began}`, new Date(Date.parse(began) + 5 * 60_000).toISOString(), 85, {
      ...group,
      title: t('First steps', 'Primeros pasos'),
      waitingRoom: true,
    }),
  ];
  for (let day = 0; day < 10; day++) {
    const { weekday } = wallClockAt(new Date(times.at(day, 12)), ZONE);
    const [hour, title, description] = WEEK[weekday] ?? WEEK[0];
    const id = `group ${times.day(day)}`;
    found.push(meeting(id, times.at(day, hour), 75, { ...group, title, description }));
  }
  const host = person(paired ? 'maya' : 'luis');
  found.push(
    meeting(
      `one-to-one ${times.day(1)}`,
      times.at(1, 12.5),
      30,
      {
        kind: 'one-to-one',
        facilitator: host,
        agreements: { version: '1', items: [] },
        title: t(`One-to-one with ${host.name}`, `Encuentro con ${host.name}`),
      },
      ['jordan', host.id],
    ),
  );
  return found.filter((m) => new Date(m.endsAt) > times.now);
}
