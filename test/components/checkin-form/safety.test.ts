import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import { BackendError } from '../../../src/client/errors.js';
import type { QuestionnaireItem } from '../../../src/client/model/questionnaire.js';
import { phq9 } from '../../../src/client/model/questionnaires/phq-9.js';
import { NewSafetyAlert, SELF_HARM_EXTENSION } from '../../../src/client/model/safety.js';
import type { CheckinForm } from '../../../src/components/checkin-form/checkin-form.js';
import {
  aClinic,
  aForm,
  aPolicy,
  asking,
  button,
  click,
  focused,
  listening,
  option,
  says,
  settled,
  text,
  write,
} from '../../support/check-ins.js';
import { aSession, deferred, fakeBackend } from '../../support/fake-backend.js';

const REFLECTION = 'One thing about today';
const item9 = 'better off dead';
const panel = (form: CheckinForm) => form.renderRoot.querySelector('.safety');
const call988 = (form: CheckinForm) => panel(form)?.querySelector('a[href="tel:988"]');

describe('<checkin-form> in a crisis', () => {
  it('shows help before anything is sent, and at once', async () => {
    const clinic = aClinic();
    const seen: boolean[] = [];
    const backend = fakeBackend({
      ...clinic.services,
      safety: {
        ...clinic.services.safety,
        raise: (alert, options) => {
          seen.push(call988(form) !== undefined);
          return clinic.services.safety.raise(alert, options);
        },
      },
    });
    const form = await aForm({ instrument: phq9 }, backend);
    expect(text(form)).to.include('we send it to your care team at once');
    const radio = option(form, item9, 'Several days');
    radio.focus();
    await click(form, radio);
    expect(call988(form)).to.exist;
    expect(panel(form)!.querySelector('[role=alert]')?.textContent).to.include('Help is here now');
    // The person is where they were: nothing takes the keyboard from them.
    expect(focused(form)).to.equal(radio);
    await waitUntil(() => clinic.raised.length === 1);
    expect(seen).to.eql([true]);
  });

  it('tells who is told what, as it becomes true', async () => {
    const answer = deferred<never>();
    const clinic = aClinic();
    const backend = fakeBackend({
      ...clinic.services,
      safety: {
        ...clinic.services.safety,
        raise: (alert, options) =>
          answer.promise.catch(() => clinic.services.safety.raise(alert, options)),
      },
    });
    const form = await aForm({ instrument: phq9 }, backend);
    await click(form, option(form, item9, 'Nearly every day'));
    await says(form, 'Telling your care team now');
    expect(text(form)).not.to.include('Received');
    answer.reject(new Error());
    await says(form, 'Received at');
    expect(text(form)).to.include('Sent to your care team at');
    expect(text(form)).to.include('Nobody has seen it yet.');
    await says(form, 'Your care team can see an alert at any time');

    const { alert } = clinic.raised[0]!;
    expect(NewSafetyAlert.safeParse(alert).success).to.be.true;
    expect(alert.triggers).to.eql([{ type: 'answer', linkId: '44260-8' }]);
    expect(alert.questionnaire).to.equal('https://wayfellow.dev/fhir/Questionnaire/phq-9|1.0.0');

    Object.assign(clinic.alerts[0]!, {
      acknowledgedAt: new Date().toISOString(),
      acknowledgedBy: { id: 'd', name: 'Dana', role: 'clinician' },
    });
    backend.emit({ topic: 'safety' });
    await says(form, 'Dana saw it at');
  });

  it('says when nobody could be told, and tries again under the same key', async () => {
    const clinic = aClinic();
    const keys: (string | undefined)[] = [];
    const backend = fakeBackend({
      ...clinic.services,
      safety: {
        ...clinic.services.safety,
        raise: (alert, options) => {
          keys.push(options?.idempotencyKey);
          return keys.length === 1
            ? Promise.reject(new BackendError('offline'))
            : clinic.services.safety.raise(alert, options);
        },
      },
    });
    const form = await aForm({ instrument: phq9 }, backend);
    await click(form, option(form, item9, 'Several days'));
    await says(form, 'We could not tell your care team. They do not know yet.');
    expect(call988(form)).to.exist;
    expect(text(form)).not.to.include('Received');
    await expect(form).to.be.accessible();
    await click(form, button(form, 'Try again'));
    await says(form, 'Received at');
    expect(keys[1]).to.equal(keys[0]);
  });

  it('has one tap for "I am not safe", also where no one can be told', async () => {
    const { services } = aClinic({ safety: undefined });
    const form = await aForm({}, fakeBackend({ ...services, safety: undefined }));
    await click(form, button(form, 'I’m not safe right now'));
    expect(text(form)).to.include('We cannot tell anyone from here.');
    expect(call988(form)).to.exist;
    await waitUntil(() => focused(form)?.classList.contains('help-title'));
  });

  it('tells of "I am not safe" once, and of what comes after it', async () => {
    const clinic = aClinic();
    const form = await aForm({ instrument: phq9 }, clinic.backend);
    await click(form, button(form, 'I’m not safe right now'));
    await click(form, button(form, 'I’m not safe right now'));
    await click(form, option(form, item9, 'Several days'));
    await waitUntil(() => clinic.raised.length === 2);
    await aTimeout(20);
    expect(clinic.raised.map(({ alert }) => alert.triggers)).to.eql([
      [{ type: 'not-safe-now' }],
      [{ type: 'answer', linkId: '44260-8' }],
    ]);
    expect(clinic.raised[0]?.alert.questionnaire).to.equal(undefined);
    expect(panel(form)).to.exist;
  });

  it('takes nothing back when the answer changes, and tells only once', async () => {
    const clinic = aClinic();
    const form = await aForm({ instrument: phq9 }, clinic.backend);
    await click(form, option(form, item9, 'Several days'));
    await says(form, 'Received at');
    await click(form, option(form, item9, 'Not at all'));
    await click(form, option(form, item9, 'Nearly every day'));
    await aTimeout(20);
    expect(clinic.raised).to.have.length(1);
    expect(text(form)).to.include('Received at');
  });

  it('keeps help after the answers were sent, instead of a number', async () => {
    const clinic = aClinic();
    const form = await aForm({ instrument: phq9 }, clinic.backend);
    for (const q of form.renderRoot.querySelectorAll('.table .question'))
      await click(form, q.querySelectorAll<HTMLElement>('input')[1]!);
    await click(form, button(form, 'Send check-in'));
    await says(form, 'Thank you for checking in.');
    expect(call988(form)).to.exist;
    expect(text(form)).not.to.include('add up to');
    expect(clinic.sent[0]?.checkIn.score?.total).to.equal(9);
  });

  it('heeds a clinic’s own marked question, and rules that come with an instrument', async () => {
    const marked = asking({
      linkId: 'h',
      type: 'boolean',
      text: 'Have you hurt yourself?',
      extension: [{ url: SELF_HARM_EXTENSION, valueDecimal: 1 }],
    });
    const form = await aForm({ questionnaire: marked });
    await click(form, option(form, 'hurt yourself', 'No'));
    expect(panel(form)).to.equal(null);
    await click(form, option(form, 'hurt yourself', 'Yes'));
    expect(panel(form)).to.exist;

    const plain = asking({ linkId: 'h', type: 'boolean', text: 'Have you hurt yourself?' });
    const ruled = await aForm({
      instrument: { questionnaire: plain, safety: [{ linkId: 'h', from: 1 }] },
    });
    await click(ruled, option(ruled, 'hurt yourself', 'Yes'));
    expect(panel(ruled)).to.exist;
  });

  it('shows help at the copy of a repeated question that raised it, and tells of each', async () => {
    const clinic = aClinic();
    const form = await aForm(
      {
        policy: aPolicy(),
        questionnaire: asking({
          linkId: 'g',
          type: 'group',
          repeats: true,
          text: 'Night',
          item: [
            {
              linkId: 'h',
              type: 'boolean',
              text: 'Did you hurt yourself?',
              extension: [{ url: SELF_HARM_EXTENSION, valueDecimal: 1 }],
            },
          ],
        }),
      },
      clinic.backend,
    );
    await click(form, button(form, 'Add another: Night'));
    const nights = () => [...form.renderRoot.querySelectorAll<HTMLElement>('.group')];
    const yes = (i: number) => nights()[i]!.querySelector<HTMLInputElement>('input')!;
    await click(form, yes(1));
    expect(panel(form)!.closest('.group')).to.equal(nights()[1]);
    await click(form, yes(0));
    expect(panel(form)!.closest('.group')).to.equal(nights()[0]);
    await waitUntil(() => clinic.raised.length > 1);
    await click(form, yes(1));
    await aTimeout(20);
    const trigger = { type: 'answer', linkId: 'h' };
    expect(clinic.raised.map(({ alert }) => alert.triggers)).to.eql([[trigger], [trigger]]);
    // What was told is not told again when the page is loaded anew.
    const { response, policy, questionnaire } = form;
    const again = await aForm({ policy, questionnaire, response }, clinic.backend);
    expect(panel(again)).to.exist;
    await aTimeout(20);
    expect(clinic.raised).to.have.length(2);
  });

  describe('where everything is locked or down', () => {
    const down = () => Promise.reject(new BackendError('unavailable'));

    it('shows help when no call of the backend comes through', async () => {
      const broken = fakeBackend({
        checkIns: { submit: down, list: down },
        drafts: { get: down, put: down, remove: down },
        safety: { policy: down, raise: down, list: down, acknowledge: down },
      });
      broken.session.current = down;
      const form = await aForm({ instrument: phq9, policy: aPolicy() }, broken);
      await click(form, option(form, item9, 'Several days'));
      // Which country it is nobody could tell: the person is asked.
      expect(panel(form)?.textContent).to.include('Help is here now');
      expect(panel(form)?.textContent).to.include('Where are you now?');
      await says(form, 'They do not know yet.');
      expect(text(form)).not.to.include('Received');
    });

    it('shows help when the backend fails after the questions are there', async () => {
      const { services } = aClinic();
      const form = await aForm(
        { instrument: phq9 },
        fakeBackend({
          ...services,
          checkIns: { ...services.checkIns, submit: down },
          drafts: { get: down, put: down, remove: down },
          safety: { ...services.safety, raise: down, list: down },
        }),
      );
      await click(form, option(form, item9, 'Several days'));
      expect(call988(form)).to.exist;
      await says(form, 'They do not know yet.');
    });

    it('shows help at once without a network', async () => {
      const onLine = Object.getOwnPropertyDescriptor(Navigator.prototype, 'onLine')!;
      const { services } = aClinic();
      const raise = () => Promise.reject(new BackendError('offline'));
      const form = await aForm(
        { instrument: phq9 },
        fakeBackend({ ...services, safety: { ...services.safety, raise } }),
      );
      try {
        Object.defineProperty(Navigator.prototype, 'onLine', { ...onLine, get: () => false });
        window.dispatchEvent(new Event('offline'));
        await click(form, option(form, item9, 'Several days'));
        expect(call988(form)).to.exist;
        await says(form, 'They do not know yet.');
      } finally {
        Object.defineProperty(Navigator.prototype, 'onLine', onLine);
        window.dispatchEvent(new Event('online'));
      }
    });

    it('shows help for answers that the page handed in and nobody can change', async () => {
      const clinic = aClinic();
      const locked = (item: QuestionnaireItem): QuestionnaireItem => ({
        ...item,
        readOnly: true,
        ...(item.item && { item: item.item.map(locked) }),
      });
      const { questionnaire } = phq9;
      const form = await aForm(
        {
          instrument: {
            ...phq9,
            questionnaire: { ...questionnaire, item: (questionnaire.item ?? []).map(locked) },
          },
          response: {
            resourceType: 'QuestionnaireResponse',
            status: 'in-progress',
            item: [
              {
                linkId: '44260-8',
                answer: [{ valueCoding: { system: 'http://loinc.org', code: 'LA6569-3' } }],
              },
            ],
          },
        },
        clinic.backend,
      );
      expect(option(form, item9, 'Several days').disabled).to.be.true;
      expect(option(form, item9, 'Several days').checked).to.be.true;
      expect(call988(form)).to.exist;
      await waitUntil(() => clinic.raised.length === 1);
      // The same answers, handed in once more, are no news.
      const again = await aForm({ instrument: phq9, response: form.response }, clinic.backend);
      expect(call988(again)).to.exist;
      await says(again, 'Received at');
      expect(clinic.raised).to.have.length(1);
    });

    it('raises nothing for who reads somebody else’s answers', async () => {
      const clinic = aClinic();
      const form = await aForm({ instrument: phq9 }, clinic.backend);
      await click(form, option(form, 'better off dead', 'Several days'));
      await waitUntil(() => clinic.raised.length === 1);
      const reader = aSession({ person: { id: 'luis', name: 'Luis', role: 'clinician' } });
      const theirs = await aForm(
        { instrument: phq9, response: form.response },
        fakeBackend(clinic.services, reader),
      );
      await aTimeout(50);
      expect(call988(theirs)).not.to.exist;
      expect(clinic.raised).to.have.length(1);
    });

    it('keeps "I’m not safe" within reach in a disabled fieldset, and while answers are sent', async () => {
      const clinic = aClinic();
      const { services } = clinic;
      const never = deferred<never>();
      const form = await aForm(
        {},
        fakeBackend({
          ...services,
          checkIns: { ...services.checkIns, submit: () => never.promise },
        }),
      );
      const fieldset = document.createElement('fieldset');
      fieldset.disabled = true;
      form.parentElement!.append(fieldset);
      fieldset.append(form);
      await settled(form);
      await click(form, button(form, 'More'));
      await click(form, button(form, 'Send check-in'));
      await says(form, 'Sending');
      await click(form, button(form, 'I’m not safe right now'));
      expect(call988(form)).to.exist;
      expect(panel(form)!.closest('[inert]')).to.equal(null);
      await waitUntil(() => clinic.raised.length === 1);
    });
  });

  describe('when nobody is named who is told', () => {
    const closed = (form: CheckinForm) =>
      waitUntil(() => text(form).includes('not available right now'), text(form), {
        timeout: 3000,
      });

    it('does not ask about self-harm, and tells the developer why', async () => {
      const clinic = aClinic();
      const backend = fakeBackend({
        ...clinic.services,
        safety: { ...clinic.services.safety, policy: () => Promise.resolve(null) },
      });
      const faults: string[] = [];
      const said = await listening(async () => {
        const form = document.createElement('checkin-form');
        form.addEventListener('wf-questionnaire-fault', (e) => faults.push(`${e.code} ${e.path}`));
        Object.assign(form, { instrument: phq9, backend });
        document.body.append(form);
        await closed(form);
        await expect(form).to.be.accessible();
        expect(text(form)).not.to.include('Little interest');
        expect(form.renderRoot.querySelector('.help-open')).to.exist;
        form.remove();
      });
      expect(faults).to.eql(['no-policy item']);
      expect(said.join()).to.include('nobody is named who receives alerts');
    });

    it('does not either without a safety service, without a backend, or with half a policy', async () => {
      await listening(async () => {
        const { services } = aClinic();
        await closed(
          await aForm({ instrument: phq9 }, fakeBackend({ ...services, safety: undefined })),
        );
        await closed(await aForm({ instrument: phq9, policy: { recipient: {} } as never }));
        const alone = document.createElement('checkin-form');
        alone.instrument = phq9;
        document.body.append(alone);
        await closed(alone);
        alone.remove();
      });
    });

    it('asks as soon as somebody is', async () => {
      const clinic = aClinic();
      const policy = deferred<ReturnType<typeof aPolicy>>();
      let tries = 0;
      const backend = fakeBackend({
        ...clinic.services,
        safety: {
          ...clinic.services.safety,
          policy: () =>
            tries++ ? policy.promise : Promise.reject(new BackendError('unavailable')),
        },
      });
      const form = await aForm({ instrument: phq9 }, backend);
      await says(form, 'Try again');
      await click(form, button(form, 'Try again'));
      policy.resolve(aPolicy());
      await says(form, 'Little interest');
      await settled(form);
    });

    it('asks at once with a policy from the page, before anything is known', async () => {
      const form = document.createElement('checkin-form');
      Object.assign(form, { instrument: phq9, policy: aPolicy(), layout: 'sheet' });
      document.body.append(form);
      await form.updateComplete;
      expect(form.renderRoot.querySelectorAll('[type=radio]')).to.have.length(40);
      form.remove();
    });

    it('shows the numbers also when the policy names a zone that does not exist', async () => {
      const policy = { ...aPolicy(), timeZone: 'Nowhere/Land' };
      const form = await aForm({ instrument: phq9, policy });
      await click(form, option(form, item9, 'Several days'));
      await says(form, 'Received at');
      expect(call988(form)).to.exist;
    });
  });

  it('offers help for words that sound like harm, tells nobody, and keeps nothing from the person', async () => {
    const clinic = aClinic();
    const form = await aForm({}, clinic.backend);
    await write(form, REFLECTION, 'I am dying to see you all');
    expect(panel(form)).to.equal(null);
    await write(form, REFLECTION, 'I don’t want to live anymore');
    expect(text(form)).to.include('If you think of hurting yourself, help is here.');
    expect(text(form)).to.include('We told no one.');
    expect(call988(form)).to.exist;
    await expect(form).to.be.accessible();
    await click(form, button(form, 'More'));
    await click(form, button(form, 'Send check-in'));
    await says(form, 'We got it at');
    expect(clinic.raised).to.eql([]);
  });
});
