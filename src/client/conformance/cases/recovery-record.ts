import { RecoveryRecord, recoveryTime, type RecordChange } from '../../model/recovery-record.js';
import { check, fits, refuses, same } from '../assert.js';
import { everyPage } from '../every-page.js';
import { casesOf, type Seat, type Stage } from '../stage.js';

type DatedType = 'start' | 'return-to-use';
const change = (stage: Stage, type: DatedType, offset: number): RecordChange => ({
  type,
  on: stage.day(offset),
  timeZone: stage.world.timeZone,
});

async function chipCodes(seat: Seat): Promise<(string | undefined)[]> {
  const past = await everyPage((o) => seat.milestones.list(o), 50);
  return past.filter((m) => m.kind === 'chip').map((m) => m.chip);
}

/** The participant, whose record began so many days ago. */
async function begun(stage: Stage, ago: number): Promise<{ me: Seat; record: RecoveryRecord }> {
  const me = await stage.as('participant');
  return { me, record: await me.milestones.changeRecord(change(stage, 'start', -ago)) };
}

export const recoveryRecordCases = casesOf('milestones', {
  'there is no record before it is begun': async (stage) => {
    same(await (await stage.as('participant')).milestones.record(), null, 'The record');
  },

  'a record begins on the day the person says': async (stage) => {
    const { me, record } = await begun(stage, 40);
    fits(RecoveryRecord, record, 'The record');
    same(
      record.chapters.map((c) => c.startedOn),
      [stage.day(-40)],
      'The chapters',
    );
    same(record.chapters[0]?.timeZone, stage.world.timeZone, 'The zone');
    same(await me.milestones.record(), record, 'The record read again');
    await refuses(
      me.milestones.changeRecord(change(stage, 'start', -3)),
      'conflict',
      'already-started',
    );
  },

  'a record does not begin in the future': async (stage) => {
    const me = await stage.as('participant');
    await refuses(
      me.milestones.changeRecord(change(stage, 'start', 3)),
      'conflict',
      'date-in-future',
    );
  },

  'a return to use takes nothing away': async (stage) => {
    const { me, record } = await begun(stage, 95);
    const before = recoveryTime(record, stage.day());
    const chips = await chipCodes(me);
    const after = await me.milestones.changeRecord(change(stage, 'return-to-use', 0));
    const time = recoveryTime(fits(RecoveryRecord, after, 'The record'), stage.day());
    same(after.chapters.length, 2, 'The number of chapters');
    same([time.lifetime, time.longest], [before.lifetime, before.longest], 'Lifetime and longest');
    same(await chipCodes(me), chips, 'The chips');
    same(await me.milestones.record(), after, 'The record read again');
  },

  'a return to use before there is a record is refused': async (stage) => {
    const me = await stage.as('participant');
    const returned = change(stage, 'return-to-use', 0);
    await refuses(me.milestones.changeRecord(returned), 'conflict', 'not-started');
  },

  'backdating is no return to use': async (stage) => {
    const { me, record } = await begun(stage, 10);
    const [chapter] = record.chapters;
    check(chapter, 'There should be a chapter');
    const on = stage.day(-35);
    const after = await me.milestones.changeRecord({
      type: 'correct-start',
      chapterId: chapter.id,
      on,
      timeZone: stage.world.timeZone,
    });
    same(
      after.chapters.map((c) => [c.id, c.startedOn, c.endedOn]),
      [[chapter.id, on, undefined]],
      'The chapters',
    );
    same(await chipCodes(me), ['30-days', '24-hours'], 'The chips');
  },

  'chapters do not overlap': async (stage) => {
    const { me } = await begun(stage, 60);
    const record = await me.milestones.changeRecord(change(stage, 'return-to-use', -20));
    const last = record.chapters.at(-1);
    check(last, 'There should be a chapter');
    const wrong: RecordChange[] = [
      change(stage, 'return-to-use', -30),
      {
        type: 'correct-start',
        chapterId: last.id,
        on: stage.day(-61),
        timeZone: stage.world.timeZone,
      },
    ];
    for (const each of wrong)
      await refuses(me.milestones.changeRecord(each), 'conflict', 'overlaps-chapter');
    same(await me.milestones.record(), record, 'The record');
  },

  'an unknown chapter cannot be corrected': async (stage) => {
    const { me } = await begun(stage, 60);
    const timeZone = stage.world.timeZone;
    const wrong = {
      type: 'correct-start',
      chapterId: 'none',
      on: stage.day(-1),
      timeZone,
    } as const;
    await refuses(me.milestones.changeRecord(wrong), ['conflict', 'not-found']);
  },

  'people choose how their time is called': async (stage) => {
    const { me } = await begun(stage, 5);
    const named = { type: 'label', label: 'custom', customLabel: 'days with my kids' } as const;
    await me.milestones.changeRecord(named);
    const record = await me.milestones.record();
    same([record?.label, record?.customLabel], ['custom', 'days with my kids'], 'The label');
  },

  'what is no change of a record is refused': async (stage) => {
    const me = await stage.as('participant');
    for (const bad of [{ type: 'forget' }, { type: 'start', on: 'today' }, null])
      await refuses(me.milestones.changeRecord(bad as never), 'invalid-request');
  },

  'a record is closed until recovery dates are shared': async (stage) => {
    const { me, record } = await begun(stage, 5);
    const mentor = await stage.as('mentor');
    const of = { personId: stage.world.people.participant };
    await refuses(mentor.milestones.record(of), 'forbidden');
    const grant = await stage.share(me, 'recovery-dates');
    same(await mentor.milestones.record(of), record, 'The record as the mentor reads it');
    await me.consents.revoke(grant.id);
    await refuses(mentor.milestones.record(of), 'forbidden');
  },
});
