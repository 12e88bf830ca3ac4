import type { Celebration, Reaction } from '../../../model/celebration.js';
import type { GoalStatus } from '../../../model/goal.js';
import type { LocalizedText } from '../../../model/localized-text.js';
import type { MilestoneKind } from '../../../model/milestone.js';
import type { SeedData } from './seed.js';
import { person } from './people.js';
import { t, ZONE, type Times } from './times.js';

/** Recovery, milestones and goals. */
export function journeys(times: Times, paired: boolean): SeedData {
  const { day, at } = times;
  const mentor = paired ? 'maya' : 'ray';
  const chapter = (id: string, startedOn: number, endedOn?: number) => ({
    id,
    startedOn: day(startedOn),
    ...(endedOn === undefined ? {} : { endedOn: day(endedOn) }),
    timeZone: ZONE,
    recordedAt: at(startedOn, 21),
  });
  const cheer = (ago: number, from: string, reaction: Reaction, words?: string): Celebration => ({
    id: `cheer-${from}-${ago}`,
    from: person(from),
    at: at(-ago, 19),
    reaction,
    ...(words ? { words } : {}),
  });
  const milestone = (
    personId: string,
    kind: MilestoneKind,
    on: number,
    title: LocalizedText,
    celebrations: Celebration[] = [],
  ) => ({
    id: `${kind}-${personId}-${on}`,
    personId,
    kind,
    title,
    on: day(on),
    timeZone: ZONE,
    recordedAt: at(Math.min(on, 0), 12),
    celebrations,
  });
  const goal = (
    id: string,
    kind: 'goal' | 'assignment',
    title: LocalizedText,
    setBy: string,
    due?: number,
    status: GoalStatus = 'active',
  ) => ({
    id: `goal-${id}`,
    personId: 'jordan',
    kind,
    title,
    status,
    setBy: person(setBy),
    changedAt: at(-id.length, 10),
    ...(due === undefined ? {} : { dueOn: day(due) }),
  });

  return {
    recoveryRecords: [
      {
        personId: 'jordan',
        label: 'in-recovery',
        chapters: [chapter('jordan-1', -143, -41), chapter('jordan-2', -41)],
      },
      { personId: 'sam', label: 'sober', chapters: [chapter('sam-1', -92)] },
    ],
    chipCelebrations: [
      {
        id: 'chip:jordan-2:30-days',
        celebrations: [
          cheer(11, mentor, 'sunrise', 'Thirty days. I am so glad you told me.'),
          cheer(10, 'sam', 'applause', 'You made it through that Tuesday!'),
          cheer(10, 'alex', 'heart'),
        ],
      },
      {
        id: 'chip:jordan-1:90-days',
        celebrations: [cheer(53, 'sam', 'strength', 'Still counts. Always will.')],
      },
      { id: 'chip:sam-1:90-days', celebrations: [cheer(2, 'jordan', 'sunrise', 'Ninety! Wow.')] },
    ],
    milestones: [
      milestone('jordan', 'programme', -24, t('Welcome to the program', 'Bienvenida al programa')),
      milestone('jordan', 'programme', -22, t('First group', 'Primer grupo'), [
        cheer(22, 'alex', 'heart'),
      ]),
      milestone('jordan', 'programme', -17, t('First week complete', 'Primera semana completa'), [
        cheer(16, mentor, 'applause', 'The first one is the longest.'),
      ]),
      milestone(
        'jordan',
        'connection',
        -13,
        t('Reached out on a hard day', 'Pidió apoyo en un día difícil'),
        [cheer(13, mentor, 'strength', 'That call took courage.'), cheer(12, 'sam', 'heart')],
      ),
      milestone(
        'jordan',
        'personal',
        -8,
        t('A whole Saturday with the kids', 'Un sábado entero con los niños'),
        [cheer(7, 'alex', 'sunrise', 'Love this.')],
      ),
      milestone('jordan', 'programme', -3, t('Ten sessions attended', 'Diez sesiones')),
      milestone('jordan', 'programme', 11, t('Halfway: five weeks', 'La mitad: cinco semanas')),
      milestone(
        'jordan',
        'personal',
        16,
        t('Daughter’s recital, fully there', 'El recital de mi hija, presente de verdad'),
      ),
      milestone('jordan', 'programme', 18, t('Family session', 'Sesión en familia')),
      milestone('jordan', 'programme', 46, t('Graduation', 'Graduación')),
      milestone('sam', 'programme', -5, t('Five weeks', 'Cinco semanas')),
    ],
    goals: [
      goal(
        'a',
        'goal',
        t('Sleep seven hours most nights', 'Dormir siete horas casi todas las noches'),
        'dr-okafor',
        25,
      ),
      goal(
        'b',
        'goal',
        t('Have two people to call', 'Tener dos personas a quienes llamar'),
        'jordan',
        9,
      ),
      goal(
        'c',
        'assignment',
        t('Write a plan for Friday evening', 'Escribir un plan para el viernes por la noche'),
        'luis',
        2,
      ),
      goal(
        'd',
        'assignment',
        t('List three early warning signs', 'Anotar tres señales de alerta'),
        'luis',
        -2,
        'completed',
      ),
    ],
  };
}
