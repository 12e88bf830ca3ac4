import { aTimeout, expect, fixture, html, oneEvent } from '@open-wc/testing';
import { BackendError } from '../../../src/client/errors.js';
import type { CheckIn } from '../../../src/client/model/check-in.js';
import { addDays, localDateAt } from '../../../src/client/model/date-time.js';
import type { Outage } from '../../../src/client/model/missed-days.js';
import '../../../src/components/mentorship-provider/define.js';
import type {
  WfCheckinDueEvent,
  WfCheckinMissedEvent,
  WfFollowUpsEvent,
} from '../../../src/components/mentorship-provider/mentorship-provider.events.js';
import type { MentorshipProvider } from '../../../src/components/mentorship-provider/mentorship-provider.js';
import { aSession, fakeBackend } from '../../support/fake-backend.js';

const ZONE = 'America/Chicago';
const DAILY = 'https://wayfellow.dev/fhir/Questionnaire/daily-check-in';
const today = localDateAt(new Date(), ZONE);
const answered = (on: string): CheckIn => ({
  id: on,
  personId: 'jordan',
  receivedAt: `${on}T18:00:00Z`,
  on,
  timeZone: ZONE,
  response: {
    resourceType: 'QuestionnaireResponse',
    questionnaire: `${DAILY}|1.0.0`,
    status: 'completed',
  },
});

function aClinicWith(...days: string[]) {
  const items = days.map(answered);
  const session = aSession({
    programme: { name: 'IOP', startedOn: addDays(today, -5), weeks: 10 },
  });
  const backend = fakeBackend(
    {
      checkIns: {
        list: () => Promise.resolve({ items: [...items] }),
        submit: () => Promise.reject(new Error()),
      },
    },
    session,
  );
  return { backend, items };
}

const provider = (backend: MentorshipProvider['backend'], outages: Outage[] = []) => {
  const el = document.createElement('mentorship-provider');
  Object.assign(el, { backend, outages, plan: [{ questionnaire: DAILY, rhythm: 'daily' }] });
  const [due, missed] = [
    oneEvent<WfCheckinDueEvent>(el, 'wf-checkin-due'),
    oneEvent<WfCheckinMissedEvent>(el, 'wf-checkin-missed'),
  ];
  void fixture(html`${el}`);
  return { el, due, missed };
};

describe('<mentorship-provider> with a plan', () => {
  it('says what is due today and which days were missed, by the calendar of the person', async () => {
    const { backend } = aClinicWith(addDays(today, -3), addDays(today, -4));
    const { el, due, missed } = provider(backend);
    expect((await due).due).to.eql([{ questionnaire: DAILY, from: today, to: today }]);
    const days = [addDays(today, -2), addDays(today, -1)];
    expect((await missed).missed).to.eql([{ questionnaire: DAILY, days }]);
    expect(await el.dueCheckIns()).to.have.length(1);
  });

  it('says that nothing is due any more once it was answered, here or elsewhere', async () => {
    const { backend, items } = aClinicWith();
    const { el, due } = provider(backend);
    await due;
    items.push(answered(today));
    const done = oneEvent<WfCheckinDueEvent>(el, 'wf-checkin-due');
    backend.emit({ topic: 'checkIns' });
    expect((await done).due).to.eql([]);
    expect(await el.dueCheckIns()).to.eql([]);
  });

  it('counts what is kept on the device as answered', async () => {
    const { backend } = aClinicWith();
    const { el, due } = provider(backend);
    await due;
    const done = oneEvent<WfCheckinDueEvent>(el, 'wf-checkin-due');
    const { response } = answered(today);
    el.dispatchEvent(Object.assign(new Event('wf-checkin-submit'), { response, on: today }));
    el.dispatchEvent(Object.assign(new Event('wf-checkin-submitted'), { status: 'queued' }));
    expect((await done).due).to.eql([]);
  });

  it('calls no day of an outage of ours missed', async () => {
    const { backend } = aClinicWith();
    const from = `${addDays(today, -7)}T00:00:00Z`;
    const { due, missed } = provider(backend, [{ from }]);
    await due;
    const told = await Promise.race([missed.then(() => true), aTimeout(50).then(() => false)]);
    expect(told).to.equal(false);
  });

  it('says nothing while it cannot be known, and nothing twice', async () => {
    const { backend } = aClinicWith();
    const { el, due } = provider(backend);
    await due;
    let told = 0;
    el.addEventListener('wf-checkin-due', () => told++);
    backend.emit({ topic: 'checkIns' });
    backend.checkIns!.list = () => Promise.reject(new Error());
    backend.emit({ topic: 'checkIns' });
    await aTimeout(50);
    expect(told).to.equal(0);
  });
});

describe('<mentorship-provider reminders>', () => {
  const reminded = (backend: MentorshipProvider['backend']) => {
    const el = document.createElement('mentorship-provider');
    Object.assign(el, { backend, reminders: true });
    return el;
  };

  it('goes by what the clinic asks for, and by its outages', async () => {
    const { backend } = aClinicWith();
    const outages = [{ from: `${addDays(today, -2)}T12:00:00Z`, to: `${today}T05:00:00Z` }];
    backend.checkIns!.plan = () =>
      Promise.resolve({ schedules: [{ questionnaire: DAILY, rhythm: 'daily' }], outages });
    const el = reminded(backend);
    const due = oneEvent<WfCheckinDueEvent>(el, 'wf-checkin-due');
    const missed = oneEvent<WfCheckinMissedEvent>(el, 'wf-checkin-missed');
    await fixture(html`${el}`);
    expect((await due).due).to.eql([{ questionnaire: DAILY, from: today, to: today }]);
    expect((await missed).missed[0]?.days).to.eql([addDays(today, -4), addDays(today, -3)]);
  });

  it('asks a backend that does not offer it once, and says nothing', async () => {
    const { backend } = aClinicWith();
    backend.checkIns!.plan = () => Promise.reject(new BackendError('not-found'));
    const el = reminded(backend);
    el.addEventListener('wf-checkin-due', () => expect.fail('nothing is asked for'));
    await fixture(html`${el}`);
    expect(await el.dueCheckIns()).to.eql([]);
  });

  it('tells a mentor who has gone quiet, and that they have answered', async () => {
    const sam = { id: 'sam', name: 'Sam', role: 'participant' as const };
    const quiet = { person: sam, questionnaire: DAILY, since: addDays(today, -2), days: 2 };
    const { backend } = aClinicWith();
    const session = aSession({ person: { id: 'maya', name: 'Maya', role: 'mentor' } });
    backend.session.current = () => Promise.resolve(session);
    let found = [quiet];
    backend.checkIns!.followUps = () => Promise.resolve(found);
    const el = reminded(backend);
    const told = oneEvent<WfFollowUpsEvent>(el, 'wf-follow-ups');
    await fixture(html`${el}`);
    expect((await told).followUps).to.eql([quiet]);
    expect(await el.followUps()).to.eql([quiet]);
    found = [];
    const heard = oneEvent<WfFollowUpsEvent>(el, 'wf-follow-ups');
    backend.emit({ topic: 'checkIns' });
    expect((await heard).followUps).to.eql([]);
  });

  it('answers who asks, also without being asked to remind', async () => {
    const { backend } = aClinicWith();
    backend.checkIns!.plan = () =>
      Promise.resolve({ schedules: [{ questionnaire: DAILY, rhythm: 'daily' }], outages: [] });
    const el = document.createElement('mentorship-provider');
    Object.assign(el, { backend });
    const known = oneEvent(el, 'wf-session-change');
    await fixture(html`${el}`);
    await known;
    expect(await el.dueCheckIns()).to.have.length(1);
  });
});
