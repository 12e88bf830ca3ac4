import { Attendance, Meeting, RoomAccess } from '../../model/meeting.js';
import { RecordingAnswer } from '../../model/recording-answer.js';
import { check, ConformanceSkip, fits, refuses, same } from '../assert.js';
import { everyPage } from '../every-page.js';
import { casesOf, type Seat } from '../stage.js';

async function accept(seat: Seat, id: string): Promise<Meeting> {
  const { agreements } = await seat.sessions.get(id);
  return seat.sessions.accept(id, agreements.version);
}

export const starts = (items: readonly { startsAt: string }[]) =>
  items.map((m) => Date.parse(m.startsAt));
export const inOrder = (times: readonly number[]) =>
  times.every((t, i) => i === 0 || (times[i - 1] ?? 0) <= t);

export const meetingCases = casesOf('sessions', {
  'lists what is not over, soonest first': async (stage) => {
    const me = await stage.as('participant');
    const meetings = await everyPage((o) => me.sessions.list(o), 50);
    for (const meeting of meetings) fits(Meeting, meeting, 'A meeting');
    const ids = meetings.map((m) => m.id);
    const { open, early, over } = stage.world.meetings;
    check(ids.includes(open) && ids.includes(early), 'Meetings now and to come should be listed');
    check(!ids.includes(over), 'A meeting that is over should not be listed');
    check(inOrder(starts(meetings)), 'The soonest should come first');
  },

  'lists a stretch of time, its end excluded': async (stage) => {
    const me = await stage.as('participant');
    const { startsAt } = await me.sessions.get(stage.world.meetings.early);
    const hour = (offset: number) =>
      new Date(Date.parse(startsAt) + offset * 3_600_000).toISOString();
    const ids = async (from: string, to: string) =>
      (await me.sessions.list({ from, to })).items.map((m) => m.id);
    const { early } = stage.world.meetings;
    check((await ids(startsAt, hour(1))).includes(early), 'A start at `from` counts');
    check(!(await ids(hour(-1), startsAt)).includes(early), 'A start at `to` does not');
  },

  'lists one kind when asked': async (stage) => {
    const me = await stage.as('participant');
    const { items } = await me.sessions.list({ kind: 'one-to-one' });
    check(
      items.every((m) => m.kind === 'one-to-one'),
      'Groups were listed among one-to-ones',
    );
  },

  'agreements are accepted by version': async (stage) => {
    const me = await stage.as('participant');
    const { open } = stage.world.meetings;
    same((await me.sessions.get(open)).accepted, undefined, 'What was accepted before');
    await refuses(me.sessions.accept(open, 'of another year'), 'conflict', 'agreements-changed');
    const after = fits(Meeting, await accept(me, open), 'The meeting');
    same(after.accepted?.version, after.agreements.version, 'The version accepted');
    same((await me.sessions.get(open)).accepted, after.accepted, 'What is read again');
  },

  'what somebody says to being recorded is kept, with its time and the words it answers': async (
    stage,
  ) => {
    const { sessions } = await stage.as('participant');
    const answer = sessions.answerRecording?.bind(sessions);
    if (!answer) throw new ConformanceSkip('Nothing is recorded here');
    const { open, early, over } = stage.world.meetings;
    const said = { meetingId: open, version: '1' };
    const yes = fits(RecordingAnswer, await answer({ ...said, yes: true }), 'The answer');
    same({ ...yes, at: undefined }, { ...said, yes: true, at: undefined }, 'What is kept');
    const late = Math.abs(+stage.now() - Date.parse(yes.at));
    check(late < 60_000, `The time should be the backend’s: it is ${late} ms off`);
    same((await answer({ ...said, yes: false })).yes, false, 'A yes that is taken back');
    await refuses(answer({ ...said, meetingId: early, yes: true }), 'conflict', 'doors-closed');
    await refuses(answer({ ...said, meetingId: over, yes: true }), 'conflict', 'over');
    await refuses(answer({ ...said, meetingId: 'no such meeting', yes: true }), 'not-found');
    const mentor = await stage.as('mentor');
    const foreign = mentor.sessions.answerRecording?.({ ...said, yes: true });
    await refuses(foreign ?? Promise.resolve(), 'forbidden');
  },

  'doors open to those who accepted the agreements': async (stage) => {
    const me = await stage.as('participant');
    const { open } = stage.world.meetings;
    await refuses(me.sessions.access(open), 'conflict', 'agreements-not-accepted');
    await accept(me, open);
    fits(RoomAccess, await me.sessions.access(open), 'The way into the room');
  },

  'doors are closed before, after, and when cancelled': async (stage) => {
    const me = await stage.as('participant');
    const { early, over, cancelled } = stage.world.meetings;
    for (const id of [early, over, cancelled]) await accept(me, id);
    await refuses(me.sessions.access(early), 'conflict', 'doors-closed');
    await refuses(me.sessions.access(over), 'conflict', 'over');
    await refuses(me.sessions.access(cancelled), 'conflict', 'cancelled');
  },

  'attendance is written once, and its end added': async (stage) => {
    const me = await stage.as('participant');
    const meetingId = stage.world.meetings.open;
    await accept(me, meetingId);
    const joinedAt = stage.now().toISOString();
    const first = fits(Attendance, await me.sessions.attend({ meetingId, joinedAt }), 'It');
    same(await me.sessions.attend({ meetingId, joinedAt }), first, 'The attendance sent again');
    const leftAt = new Date(+stage.now() + 1000).toISOString();
    same(
      await me.sessions.attend({ meetingId, joinedAt, leftAt }),
      { ...first, leftAt },
      'The attendance with its end',
    );
  },

  'participants do not cancel a group': async (stage) => {
    const me = await stage.as('participant');
    await refuses(me.sessions.cancel(stage.world.meetings.early), 'forbidden');
  },

  'an unknown meeting is not found': async (stage) => {
    const me = await stage.as('participant');
    await refuses(me.sessions.get('no-such-meeting'), 'not-found');
    await refuses(me.sessions.access('no-such-meeting'), 'not-found');
    await refuses(me.sessions.cancel('no-such-meeting'), 'not-found');
  },
});
