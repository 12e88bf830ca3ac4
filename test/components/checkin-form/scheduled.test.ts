import { expect } from '@open-wc/testing';
import type { CheckIn } from '../../../src/client/model/check-in.js';
import { addDays, localDateAt } from '../../../src/client/model/date-time.js';
import { aForm, button, click, says, settled, text } from '../../support/check-ins.js';
import { aSession, fakeBackend } from '../../support/fake-backend.js';

const ZONE = 'America/Chicago';
const today = localDateAt(new Date(), ZONE);

/** A person who began `ago` days ago and answered on these days. */
function began(ago: number, ...answered: string[]) {
  const items = answered.map((on) => ({
    id: on,
    personId: 'jordan',
    receivedAt: `${on}T18:00:00Z`,
    on,
    timeZone: ZONE,
    response: { resourceType: 'QuestionnaireResponse', status: 'completed' },
  })) as CheckIn[];
  return fakeBackend(
    {
      checkIns: {
        list: ({ from = '' } = {}) =>
          Promise.resolve({ items: items.filter(({ on }) => on >= from) }),
        submit: () => Promise.reject(new Error()),
      },
    },
    aSession({ programme: { name: 'IOP', startedOn: addDays(today, -ago), weeks: 10 } }),
  );
}

describe('<checkin-form schedule>', () => {
  it('says kindly that nothing is due and when it will be, and lets the person go on', async () => {
    const form = await aForm(
      { questionnaire: 'gad-7', schedule: 'weekly' },
      began(10, addDays(today, -2)),
    );
    await says(form, 'Nothing is due today.');
    const next = new Intl.DateTimeFormat('en', {
      dateStyle: undefined,
      weekday: 'long',
      month: 'long',
      day: 'numeric',
      timeZone: 'UTC',
    }).format(new Date(addDays(today, 4)));
    expect(text(form)).to.include(`The next one is on ${next}.`);
    await expect(form).to.be.accessible();
    await click(form, button(form, 'Check in anyway'));
    await settled(form);
    await says(form, 'Send check-in');
  });

  it('asks when it is due', async () => {
    const form = await aForm(
      { questionnaire: 'gad-7', schedule: 'weekly' },
      began(10, addDays(today, -5)),
    );
    await says(form, 'Send check-in');
    expect(text(form)).not.to.include('Nothing is due');
  });

  it('asks for what is at discharge only then', async () => {
    const form = await aForm({ questionnaire: 'gad-7', schedule: 'at-discharge' }, began(10));
    await says(form, 'Nothing is due today.');
    expect(text(form)).not.to.include('The next one');
  });
});
