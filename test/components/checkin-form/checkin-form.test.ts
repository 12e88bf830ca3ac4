import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { EmbeddedBackend } from '../../../src/client/backends/embedded/embedded-backend.js';
import { BackendError } from '../../../src/client/errors.js';
import { gad7 } from '../../../src/client/model/questionnaires/gad-7.js';
import { phq9 } from '../../../src/client/model/questionnaires/phq-9.js';
import { QuestionnaireResponse } from '../../../src/client/model/questionnaire-response.js';
import { CheckinForm } from '../../../src/components/checkin-form/checkin-form.js';
import '../../../src/components/checkin-form/define.js';
import {
  aClinic,
  aForm,
  answersIn,
  aPolicy,
  ask,
  asking,
  button,
  choices,
  click,
  field,
  focused,
  listening,
  next,
  option,
  says,
  settled,
  text,
  write,
} from '../../support/check-ins.js';
import { aSession, deferred, fakeBackend } from '../../support/fake-backend.js';

const mood = 'How is your mood right now?';
const today = () =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Chicago' }).format(new Date());

describe('<checkin-form>', () => {
  describe('is accessible', () => {
    it('as a sheet, with errors, and as a receipt', async () => {
      const form = await aForm();
      await expect(form).to.be.accessible();
      await click(form, button(form, 'Send check-in'));
      await expect(form).to.be.accessible();
      await click(form, button(form, 'More'));
      await click(form, button(form, 'Send check-in'));
      await says(form, 'Thank you');
      await expect(form).to.be.accessible();
    });

    it('as a table, and with help in place', async () => {
      const form = await aForm({ instrument: phq9, policy: aPolicy() });
      await expect(form).to.be.accessible();
      await click(form, option(form, 'better off dead', 'Several days'));
      await says(form, 'You are not alone');
      await expect(form).to.be.accessible();
    });

    it('one question at a time', async () => {
      const form = await aForm({ layout: 'steps' });
      await expect(form).to.be.accessible();
    });
  });

  describe('before there is anything to ask', () => {
    it('shows a skeleton, with help already in reach', async () => {
      const never = fakeBackend(aClinic().services);
      never.session.current = () => new Promise(() => {});
      const form = await fixture<CheckinForm>(
        html`<checkin-form .backend=${never}></checkin-form>`,
      );
      expect(form.renderRoot.querySelector('.skeleton')).to.exist;
      expect(form.renderRoot.querySelector('.help-open')).to.exist;
      await waitUntil(() => text(form).includes(mood), 'is patient for ever', { timeout: 3000 });
    });

    it('says that nobody is signed in', async () => {
      const form = await aForm({}, fakeBackend(aClinic().services, null));
      const signIn = next(form, 'wf-sign-in');
      await click(form, button(form, 'Sign in'));
      expect((await signIn).composed).to.be.true;
      expect(form.renderRoot.querySelector('.help-open')).to.exist;
    });

    it('says that the service is absent', async () => {
      const form = await aForm({}, fakeBackend({}));
      expect(text(form)).to.include('not available here');
    });

    it('asks a clinic for its own questionnaire, and again after an error', async () => {
      const clinic = aClinic();
      let tries = 0;
      const questionnaire = () =>
        tries++
          ? Promise.resolve(asking({ linkId: 'a', type: 'string', text: 'Name?' }))
          : Promise.reject(new BackendError('unavailable'));
      const backend = fakeBackend({
        ...clinic.services,
        checkIns: { ...clinic.services.checkIns, questionnaire },
      });
      const form = await aForm({ questionnaire: 'https://clinic.example/q' }, backend);
      expect(form.renderRoot.querySelector('[role=alert]')?.textContent).to.include('try again');
      await click(form, button(form, 'Try again'));
      await says(form, 'Name?');
    });

    it('takes something that is no questionnaire for an answer it cannot read', async () => {
      const clinic = aClinic();
      const backend = fakeBackend({
        ...clinic.services,
        checkIns: {
          ...clinic.services.checkIns,
          questionnaire: () => Promise.resolve({ resourceType: 'Patient' } as never),
        },
      });
      const form = await aForm({ questionnaire: 'https://clinic.example/q' }, backend);
      expect(text(form)).to.include('an answer we cannot read');
    });

    it('says so where a clinic keeps no questionnaires', async () => {
      const form = await aForm({ questionnaire: 'https://clinic.example/q' });
      expect(text(form)).to.include('not available here');
    });

    it('loads what it is asked for by name', async () => {
      for (const [name, words] of [
        ['gad-7', 'nervous'],
        ['phq-2', 'Little interest'],
      ] as const)
        expect(text(await aForm({ questionnaire: name, policy: aPolicy() }))).to.include(words);
      expect(text(await aForm({ questionnaire: null as never }))).to.include(mood);
    });

    it('asks without a backend, for a page that takes over the answers', async () => {
      const form = document.createElement('checkin-form');
      form.instrument = gad7;
      form.layout = 'sheet';
      const parent = await fixture(html`<div>${form}</div>`);
      await form.updateComplete;
      expect(text(form)).to.include('nervous');
      await click(form, button(form, 'Send check-in'));
      await waitUntil(() => text(form).includes('cannot reach'));
      parent.remove();
    });
  });

  describe('answers', () => {
    it('are sent as FHIR, with the offset of the person, and thanked for', async () => {
      const clinic = aClinic();
      const form = await aForm({}, clinic.backend);
      await click(form, ask(form, mood).querySelector<HTMLElement>('[aria-label=More]')!);
      await click(form, option(form, 'connected', 'Yes'));
      await write(form, 'One thing about today', 'The sun came out.');
      const submitted = next(form, 'wf-checkin-submitted');
      const submit = next(form, 'wf-checkin-submit');
      await click(form, button(form, 'Send check-in'));

      const { response, on, score } = await submit;
      expect(QuestionnaireResponse.safeParse(response).success).to.be.true;
      expect(response.status).to.equal('completed');
      expect(response.authored).to.match(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d-0[56]:00$/);
      expect(Math.abs(Date.parse(response.authored!) - Date.now())).to.be.below(60_000);
      expect(response.questionnaire).to.equal(
        'https://wayfellow.dev/fhir/Questionnaire/daily-check-in|1.0.0',
      );
      expect(response.item?.map((i) => i.linkId)).to.eql(['mood', 'connected', 'reflection']);
      expect(answersIn(response, 'mood')).to.eql([{ valueInteger: 6 }]);
      expect(on).to.equal(today());
      expect(score).to.equal(undefined);

      const { checkInId, status } = await submitted;
      expect([checkInId, status]).to.eql(['c1', 'received']);
      expect(clinic.sent[0]?.checkIn).to.eql({ response, on, timeZone: 'America/Chicago' });
      await says(form, 'Thank you for checking in.');
      expect(text(form)).to.include('You checked in on 1 of the last 7 days.');
      expect(focused(form)?.localName).to.equal('h2');
    });

    it('are scored, and the score told in plain words', async () => {
      const clinic = aClinic();
      const form = await aForm({ instrument: gad7 }, clinic.backend);
      for (const q of form.renderRoot.querySelectorAll('.table .question'))
        q.querySelectorAll('input')[2]!.click();
      await click(form, button(form, 'Send check-in'));
      await says(form, 'Your answers add up to 14 of 21: moderate symptoms.');
      expect(clinic.sent[0]?.checkIn.score?.total).to.equal(14);
      expect(text(form)).to.include('not a diagnosis');
    });

    it('are not sent while one is missing; the focus goes there and says why', async () => {
      const clinic = aClinic();
      const form = await aForm({}, clinic.backend);
      await click(form, button(form, 'Send check-in'));
      expect(text(form)).to.include('One answer needs another look. Nothing is lost.');
      const slider = field(form, mood);
      await waitUntil(() => focused(form) === slider);
      expect(slider.getAttribute('aria-invalid')).to.equal('true');
      const ids = slider.getAttribute('aria-describedby')!.split(' ');
      const described = ids.map((id) => form.shadowRoot!.getElementById(id)?.textContent).join();
      expect(described).to.include('Please answer this one.');
      expect(clinic.sent).to.be.empty;
      await sendKeys({ press: 'ArrowRight' });
      await form.updateComplete;
      expect(text(form)).not.to.include('Please answer this one.');
      expect(text(form)).not.to.include('another look');
    });

    it('can be taken over by the page', async () => {
      const clinic = aClinic();
      const form = await aForm({}, clinic.backend);
      form.addEventListener('wf-checkin-submit', (event) => event.preventDefault());
      await click(form, button(form, 'More'));
      await click(form, button(form, 'Send check-in'));
      expect(clinic.sent).to.be.empty;
      expect(answersIn(form.response, 'mood')).to.eql([{ valueInteger: 6 }]);
      form.reset();
      await form.updateComplete;
      expect(form.response?.item).to.equal(undefined);
      expect(text(form)).to.include(mood);
    });

    it('go out once, however often they are sent, and again under the same key', async () => {
      const answer = deferred<never>();
      const sent: (string | undefined)[] = [];
      const authored = new Set<string | undefined>();
      const clinic = aClinic();
      const backend = fakeBackend({
        ...clinic.services,
        checkIns: {
          ...clinic.services.checkIns,
          submit: (checkIn, options) => {
            sent.push(options?.idempotencyKey);
            authored.add(checkIn.response.authored);
            return sent.length === 1
              ? answer.promise
              : Promise.resolve({ status: 'queued', checkInId: 'c', at: new Date().toISOString() });
          },
        },
      });
      const form = await aForm({}, backend);
      await click(form, button(form, 'More'));
      button(form, 'Send check-in').click();
      await click(form, button(form, 'Send check-in'));
      expect(button(form, 'Sending…').getAttribute('aria-disabled')).to.equal('true');
      expect(sent).to.have.length(1);
      await aTimeout(1100);
      answer.reject(new BackendError('timeout'));
      await says(form, 'That took too long. Nothing is lost.');
      expect(answersIn(form.response, 'mood')).to.eql([{ valueInteger: 6 }]);
      await click(form, button(form, 'Try again'));
      await says(form, 'kept on this device');
      expect(sent[1]).to.equal(sent[0]);
      expect(authored.size).to.equal(1);
    });

    it('may be given once more on the same day', async () => {
      const clinic = aClinic();
      const backend = fakeBackend({
        ...clinic.services,
        checkIns: {
          ...clinic.services.checkIns,
          list: () =>
            Promise.resolve({
              items: [0, 1, 2].map((ago) => ({
                id: `c${ago}`,
                personId: 'jordan',
                receivedAt: new Date().toISOString(),
                on: new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Chicago' }).format(
                  Date.now() - ago * 86_400_000,
                ),
                timeZone: 'America/Chicago',
                response: { resourceType: 'QuestionnaireResponse', status: 'completed' },
              })),
            }),
        },
      });
      const form = await aForm({}, backend);
      expect(text(form)).to.include('You have checked in today.');
      expect(text(form)).to.include('3 of the last 7 days');
      await expect(form).to.be.accessible();
      await click(form, button(form, 'Check in again'));
      await says(form, mood);
      expect(focused(form)?.textContent).to.include('Daily check-in');
    });
  });

  it('works with the embedded backend', async () => {
    const backend = new EmbeddedBackend({ storage: 'memory', seed: 'empty' });
    const form = await aForm({}, backend);
    await click(form, button(form, 'More'));
    await click(form, button(form, 'Send check-in'));
    await says(form, 'Thank you');
    const { items } = await backend.checkIns.list();
    expect(items[0]?.on).to.be.a('string');
  });

  it('is about the day that it is given, and about today when that is no day', async () => {
    for (const [on, expected] of [
      ['2026-01-02', '2026-01-02'],
      ['tomorrow', today()],
      ['2026-02-99', today()],
    ] as const) {
      const clinic = aClinic();
      const form = await aForm({ on }, clinic.backend);
      await click(form, button(form, 'More'));
      await click(form, button(form, 'Send check-in'));
      await says(form, 'Thank you');
      expect(clinic.sent[0]?.checkIn.on).to.equal(expected);
    }
  });

  it('keeps what was set before it was defined', async () => {
    const early = document.createElement('late-form') as CheckinForm;
    Object.assign(early, {
      questionnaire: asking({ linkId: 'a', type: 'string', text: 'Early?' }),
    });
    document.body.append(early);
    customElements.define('late-form', class extends CheckinForm {});
    await waitUntil(() => text(early).includes('Early?'));
    early.remove();
  });

  it('speaks Spanish, the questions too', async () => {
    const clinic = aClinic();
    const form = document.createElement('checkin-form');
    Object.assign(form, { backend: clinic.backend, layout: 'sheet' });
    await fixture(html`<div lang="es">${form}</div>`);
    await settled(form);
    await says(form, '¿Cómo está tu ánimo ahora?');
    expect(form.renderRoot.querySelector('h2')?.textContent).to.include('Cómo estás hoy');
    expect(button(form, 'Enviar registro')).to.exist;
    expect(text(form)).to.include('Sí');
    await click(form, button(form, 'Enviar registro'));
    expect(text(form)).to.include('Responde a esta');
    await click(form, button(form, 'Más'));
    await click(form, button(form, 'Enviar registro'));
    await says(form, 'Gracias');
  });

  it('shows how much of a sheet has an answer', async () => {
    const question = (linkId: string) => ({ linkId, type: 'string' as const, text: `${linkId}?` });
    const form = await aForm({ questionnaire: asking(...['A', 'B', 'C'].map(question)) });
    expect(text(form)).to.include('0 of 3 answered');
    await write(form, 'B?', 'x');
    expect(text(form)).to.include('1 of 3 answered');
    await write(form, 'B?', ' ');
    expect(text(form)).to.include('0 of 3 answered');
  });

  it('draws again only the question that was answered', async () => {
    const reads: string[] = [];
    const item = (linkId: string) => ({
      linkId,
      type: 'choice' as const,
      get text() {
        reads.push(linkId);
        return `Question ${linkId}`;
      },
      answerOption: choices('Yes', 'No'),
    });
    const form = await aForm({ questionnaire: asking(item('a'), item('b'), item('c')) });
    const drawn = form.renderRoot.querySelector('form');
    await aTimeout(50);
    reads.length = 0;
    await click(form, option(form, 'Question b', 'No'));
    // Building the response reads the texts of what is answered, drawing those of what is drawn.
    expect(new Set(reads)).to.eql(new Set(['b']));
    expect(form.renderRoot.querySelector('form')).to.equal(drawn);
  });

  it('parts a long sheet, for the browser looks through every field of a form at each key', async () => {
    const many = Array.from({ length: 50 }, (_, i) => ({
      linkId: `q${i}`,
      type: 'string' as const,
      text: `Question ${i}.`,
    }));
    const clinic = aClinic();
    const form = await aForm({ questionnaire: asking(...many) }, clinic.backend);
    const fields = [...form.renderRoot.querySelectorAll('form')].map((f) => f.elements.length);
    expect(fields).to.eql([20, 20, 10 + 1]);
    await write(form, 'Question 3.', 'one');
    await write(form, 'Question 48.', 'two');
    await click(form, button(form, 'Send check-in'));
    await waitUntil(() => clinic.sent.length === 1);
    expect(clinic.sent[0]!.checkIn.response.item?.map(({ linkId }) => linkId)).to.eql([
      'q3',
      'q48',
    ]);
    // A short one stays whole: Enter sends it, as in any form.
    const short = await aForm({ questionnaire: asking(...many.slice(0, 3)) }, clinic.backend);
    expect(short.renderRoot.querySelectorAll('form')).to.have.length(1);
    await write(short, 'Question 1.', 'x');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => clinic.sent.length === 2);
  });

  it('says nothing in the console', async () => {
    const said = await listening(async () => {
      const form = await aForm({ instrument: phq9, policy: aPolicy() });
      await click(form, option(form, 'Little interest', 'Several days'));
      form.remove();
      await aTimeout(20);
    });
    expect(said).to.eql([]);
  });

  it('shows an equal questionnaire that is handed in anew without losing an answer', async () => {
    const questions = () => asking({ linkId: 'a', type: 'string', text: 'Name?' });
    const form = await aForm({ questionnaire: questions() });
    await write(form, 'Name?', 'Ana');
    form.questionnaire = questions();
    await form.updateComplete;
    expect(field(form, 'Name?').value).to.equal('Ana');
    form.questionnaire = asking({ linkId: 'b', type: 'string', text: 'Other?' });
    await form.updateComplete;
    await settled(form);
    expect(field(form, 'Other?').value).to.equal('');
  });

  it('gives one person nothing of another', async () => {
    let session = aSession();
    const clinic = aClinic({ drafts: undefined });
    clinic.backend.session.current = () => Promise.resolve(session);
    const questionnaire = asking({ linkId: 'a', type: 'string', text: 'Name?' });
    const form = await aForm({ questionnaire }, clinic.backend);
    await write(form, 'Name?', 'Ana');
    session = aSession({ person: { id: 'sam', name: 'Sam', role: 'participant' } });
    clinic.backend.emit({ topic: 'session' });
    await waitUntil(() => field(form, 'Name?').value === '');
  });
});
