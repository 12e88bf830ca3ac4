import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import { BackendError } from '../../../src/client/errors.js';
import { phq9 } from '../../../src/client/model/questionnaires/phq-9.js';
import type { CheckinForm } from '../../../src/components/checkin-form/checkin-form.js';
import {
  aClinic,
  aForm,
  asking,
  button,
  click,
  field,
  option,
  says,
  settled,
  text,
  write,
} from '../../support/check-ins.js';
import { deferred, fakeBackend } from '../../support/fake-backend.js';

const KEY = 'draft:https://clinic.example/q|1';
const questionnaire = asking(
  { linkId: 'a', type: 'string', text: 'Name?' },
  { linkId: 'b', type: 'string', text: 'Street?' },
  { linkId: 'd', type: 'date', text: 'Day?' },
);
const draft = (answers: object, on = '2026-01-01') => ({ on, answers });
const kept = (clinic: ReturnType<typeof aClinic>) =>
  (clinic.drafts.get(KEY) as { answers: Record<string, unknown> } | undefined)?.answers;

describe('<checkin-form> keeps what is written', () => {
  it('as a draft, a moment after each change, and brings it back', async () => {
    const clinic = aClinic();
    const form = await aForm({ questionnaire }, clinic.backend);
    await write(form, 'Name?', 'A');
    await write(form, 'Name?', 'Ana');
    expect(clinic.drafts.size).to.equal(0);
    await waitUntil(() => clinic.drafts.size === 1);
    expect(kept(clinic)).to.eql({ a: [{ valueString: 'Ana' }] });

    // Another page of the same person: nothing is in memory.
    const later = fakeBackend(clinic.services);
    const again = await aForm({ questionnaire }, later);
    await says(again, 'We kept what you wrote.');
    expect(field(again, 'Name?').value).to.equal('Ana');
    await click(again, button(again, 'Start over'));
    await waitUntil(() => field(again, 'Name?').value === '');
    expect(text(again)).not.to.include('We kept');
    await waitUntil(() => clinic.drafts.size === 0);
  });

  it('until it was sent', async () => {
    const clinic = aClinic();
    const form = await aForm({ questionnaire }, clinic.backend);
    await write(form, 'Name?', 'Ana');
    await waitUntil(() => clinic.drafts.size === 1);
    await write(form, 'Name?', 'Ana B.');
    await click(form, button(form, 'Send check-in'));
    await says(form, 'Thank you');
    await waitUntil(() => clinic.drafts.size === 0);
    await aTimeout(400);
    expect(clinic.drafts.size).to.equal(0);
    await click(form, button(form, 'Check in again'));
    expect(field(form, 'Name?').value).to.equal('');
    await write(form, 'Name?', 'Bo');
    await waitUntil(() => clinic.drafts.size === 1);
  });

  it('when the page goes away before the moment is over', async () => {
    for (const leave of [
      () => window.dispatchEvent(new Event('pagehide')),
      () => document.dispatchEvent(new Event('visibilitychange')),
      (form: CheckinForm) => form.remove(),
    ]) {
      const clinic = aClinic();
      const form = await aForm({ questionnaire }, clinic.backend);
      await aTimeout(0);
      await write(form, 'Name?', 'Ana');
      leave(form);
      await aTimeout(20);
      expect(kept(clinic)).to.eql({ a: [{ valueString: 'Ana' }] });
    }
  });

  it('in the element when it moves, without asking for anything twice', async () => {
    const clinic = aClinic();
    let gets = 0;
    let lists = 0;
    const backend = fakeBackend({
      ...clinic.services,
      drafts: {
        ...clinic.services.drafts,
        get: (key) => (gets++, clinic.services.drafts.get(key)),
      },
      checkIns: {
        ...clinic.services.checkIns,
        list: () => (lists++, Promise.resolve({ items: [] })),
      },
    });
    const form = await aForm({ questionnaire }, backend);
    await write(form, 'Name?', 'Ana');
    await aTimeout(10);
    const [got, listed] = [gets, lists];
    const other = document.body.appendChild(document.createElement('div'));
    other.append(form);
    await settled(form);
    form.remove();
    other.append(form);
    await aTimeout(20);
    expect(field(form, 'Name?').value).to.equal('Ana');
    expect([gets, lists]).to.eql([got, listed]);
    other.remove();
  });

  it('for a new element of the same page, at once', async () => {
    const clinic = aClinic({ drafts: undefined });
    const first = await aForm({ questionnaire }, clinic.backend);
    expect(text(first)).to.include('not kept if you close this page');
    await write(first, 'Name?', 'Ana');
    first.remove();
    const second = await aForm({ questionnaire }, clinic.backend);
    await says(second, 'We kept what you wrote.');
    expect(field(second, 'Name?').value).to.equal('Ana');
  });

  it('and says when nothing outlives the page', async () => {
    const clinic = aClinic({ durable: Promise.resolve(false) });
    await says(await aForm({ questionnaire }, clinic.backend), 'not kept if you close this page');
  });

  it('from another day, and says from which', async () => {
    const clinic = aClinic();
    clinic.drafts.set(KEY, draft({ a: [{ valueString: 'Ana' }] }));
    const form = await aForm({ questionnaire }, clinic.backend);
    await says(form, 'We kept what you wrote on January 1, 2026.');
  });

  it('and never writes an older draft over what was typed meanwhile', async () => {
    const clinic = aClinic();
    const answer = deferred<null>();
    clinic.drafts.set(
      KEY,
      draft({
        a: [{ valueString: 'Old' }],
        b: [{ valueString: 'Road' }],
        d: [{ valueString: '\u{FFFD}' }],
        gone: [],
      }),
    );
    const get = clinic.services.drafts.get.bind(null);
    const backend = fakeBackend({
      ...clinic.services,
      drafts: { ...clinic.services.drafts, get: (key) => answer.promise.then(() => get(key)) },
    });
    const form = await aForm({ questionnaire }, backend);
    await write(form, 'Name?', 'New');
    answer.resolve(null);
    await waitUntil(() => field(form, 'Street?').value === 'Road');
    expect(field(form, 'Name?').value).to.equal('New');
    expect(field(form, 'Day?').value).to.equal('');
    await waitUntil(() => kept(clinic)?.['a'] && JSON.stringify(kept(clinic)).includes('New'));
  });

  it('although it was written before it was known by whom', async () => {
    const clinic = aClinic();
    const session = deferred<null>();
    const { current } = clinic.backend.session;
    clinic.backend.session.current = () => session.promise.then(() => current());
    const form = document.createElement('checkin-form');
    Object.assign(form, { questionnaire, backend: clinic.backend, layout: 'sheet' });
    document.body.append(form);
    await waitUntil(() => text(form).includes('Name?'));
    await write(form, 'Name?', 'Ana');
    await aTimeout(350);
    session.resolve(null);
    await waitUntil(() => clinic.drafts.size === 1);
    form.remove();
  });

  it('and goes on when a draft cannot be read or kept', async () => {
    for (const broken of [
      { get: () => Promise.reject(new BackendError('unavailable')) },
      { get: () => Promise.resolve('nonsense' as never) },
      { put: () => Promise.reject(new BackendError('unavailable')) },
    ]) {
      const clinic = aClinic();
      const backend = fakeBackend({
        ...clinic.services,
        drafts: { ...clinic.services.drafts, ...broken },
      });
      const form = await aForm({ questionnaire }, backend);
      await write(form, 'Name?', 'Ana');
      await says(form, 'not kept if you close this page');
      expect(field(form, 'Name?').value).to.equal('Ana');
    }
    const clinic = aClinic();
    clinic.drafts.set(KEY, { answers: 7 });
    const form = await aForm({ questionnaire }, clinic.backend);
    expect(text(form)).not.to.include('We kept');
  });

  it('with help where a kept answer had raised a concern, told once', async () => {
    const clinic = aClinic();
    const form = await aForm({ instrument: phq9 }, clinic.backend);
    await click(form, option(form, 'better off dead', 'Several days'));
    await says(form, 'Received at');
    await waitUntil(() => clinic.drafts.size === 1);
    const reloaded = await aForm({ instrument: phq9 }, fakeBackend(clinic.services));
    await says(reloaded, 'You are not alone');
    await says(reloaded, 'Received at');
    expect(clinic.raised).to.have.length(1);
  });
});
