import { CheckInFollowUp, CheckInPlan } from '../../model/check-in-plan.js';
import { check, ConformanceSkip, fits, same } from '../assert.js';
import { casesOf, QUESTIONNAIRE, type Seat, type Stage } from '../stage.js';

/** Calls that are there, in a clinic that has a plan. */
async function seatOf(stage: Stage, persona: Parameters<Stage['as']>[0]) {
  const seat = await stage.as(persona);
  const { checkIns } = seat;
  if (!stage.world.plan || !checkIns.plan || !checkIns.followUps)
    throw new ConformanceSkip('No plan of check-ins here');
  return { ...seat, checkIns: checkIns as Required<Seat['checkIns']> };
}

const quiet = async (seat: Awaited<ReturnType<typeof seatOf>>) =>
  (await seat.checkIns.followUps()).map((one) => fits(CheckInFollowUp, one, 'A follow-up'));

export const followUpCases = casesOf('checkIns', {
  'says to everybody what the clinic asks for': async (stage) => {
    for (const persona of ['participant', 'mentor'] as const) {
      const { checkIns } = await seatOf(stage, persona);
      const plan = fits(CheckInPlan, await checkIns.plan(), 'The plan');
      same(plan.schedules, stage.world.plan?.schedules, 'What is asked for');
    }
  },

  'tells a mentor who has gone quiet, once that is shared, until there is an answer': async (
    stage,
  ) => {
    const [me, mentor] = [await seatOf(stage, 'participant'), await seatOf(stage, 'mentor')];
    const { participant } = stage.world.people;
    await stage.share(me, 'check-in-answers');
    same(await quiet(mentor), [], 'Who is no mentee');
    await stage.pair(me, mentor);
    const [one, ...others] = await quiet(mentor);
    same([one?.person.id, others.length], [participant, 0], 'Who has gone quiet');
    same(one?.questionnaire.split('|')[0], QUESTIONNAIRE.split('|')[0], 'The questionnaire');
    await me.checkIns.submit(stage.checkIn());
    same(await quiet(mentor), [], 'Who has answered today');
  },

  'counts silence from the last answer: a mentor hears after two days, a clinician after three':
    async (stage) => {
      const [me, mentor] = [await seatOf(stage, 'participant'), await seatOf(stage, 'mentor')];
      const clinician = await seatOf(stage, 'clinician');
      const { participant } = stage.world.people;
      await stage.share(me, 'check-in-answers');
      await stage.pair(me, mentor);
      await me.checkIns.submit(stage.checkIn(stage.day(-3)));
      const heard = await quiet(mentor);
      same(
        heard.map(({ since, days }) => ({ since, days })),
        [{ since: stage.day(-2), days: 2 }],
        'What the mentor hears',
      );
      const ofClinic = await quiet(clinician);
      same(
        ofClinic.some(({ person }) => person.id === participant),
        false,
        'Whether the clinician hears of two days',
      );
      const peer = ofClinic.find(({ person }) => person.id === stage.world.people.peer);
      check((peer?.days ?? 0) >= 3, 'The clinician should hear of three days and more');
    },

  'tells of nobody’s silence what was not shared, and nothing to participants': async (stage) => {
    const [me, mentor] = [await seatOf(stage, 'participant'), await seatOf(stage, 'mentor')];
    await stage.pair(me, mentor);
    same(await quiet(mentor), [], 'What was not shared');
    for (const persona of ['participant', 'peer'] as const)
      same(await quiet(await seatOf(stage, persona)), [], 'What a participant hears');
  },
});
