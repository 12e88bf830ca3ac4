import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { render } from 'lit';
import type { Questionnaire } from '../../../src/client/model/questionnaire.js';
import {
  QuestionnaireResponse,
  type QuestionnaireResponse as Response,
} from '../../../src/client/model/questionnaire-response.js';
import { dailyCheckIn } from '../../../src/client/model/questionnaires/daily-check-in.js';
import { gad7 } from '../../../src/client/model/questionnaires/gad-7.js';
import { phq9 } from '../../../src/client/model/questionnaires/phq-9.js';
import { answersIn } from '../../../src/components/checkin-form/copy-link-ids.js';
import { Form } from '../../../src/components/checkin-form/form.js';
import type { FormView } from '../../../src/components/checkin-form/items/question.js';
import { isSound } from '../../../src/components/checkin-form/is-sound.js';
import { prepare } from '../../../src/components/checkin-form/prepare.js';
import { sheet } from '../../../src/components/checkin-form/questions-view.js';
import { readQuestionnaire } from '../../../src/components/checkin-form/read-questionnaire.js';
import { raisedIn } from '../../../src/components/checkin-form/raised-in.js';
import { aForm, aPolicy, asking, itemControl, listening, text } from '../../support/check-ins.js';
import { mutated } from '../../support/mutate.js';

/** One seed for a year of runs; a fault prints it with the path to the smallest case. */
const SEED = 20_261_124;
const RUNS = 2000;
/** Milliseconds that a case may take. */
const LONGEST = 1000;

/** With what the shipped questionnaires leave out. */
const rich = asking(
  {
    linkId: 'n',
    type: 'string',
    text: 'Name?',
    maxLength: 40,
    extension: [
      { url: 'http://hl7.org/fhir/StructureDefinition/regex', valueString: '[a-z ]*' },
      { url: 'http://hl7.org/fhir/StructureDefinition/minLength', valueInteger: 2 },
    ],
    _text: {
      extension: [
        {
          url: 'http://hl7.org/fhir/StructureDefinition/rendering-xhtml',
          valueString: '<b>Name</b>?',
        },
      ],
    },
  },
  { linkId: 'w', type: 'dateTime', text: 'When?' },
  { linkId: 'u', type: 'url', text: 'Where?' },
  {
    linkId: 'd',
    type: 'quantity',
    text: 'Dose?',
    extension: [
      {
        url: 'http://hl7.org/fhir/StructureDefinition/questionnaire-unit',
        valueCoding: { code: 'mg', display: 'mg' },
      },
    ],
  },
  { linkId: 's', type: 'integer', text: 'How strong?', extension: [itemControl('slider')] },
  {
    linkId: 'r',
    type: 'group',
    repeats: true,
    text: 'Night',
    item: [
      {
        linkId: 'r1',
        type: 'open-choice',
        text: 'Slept?',
        answerOption: [{ valueString: 'Well' }, { valueCoding: { code: 'b', display: 'Badly' } }],
        enableWhen: [{ question: 'n', operator: 'exists', answerBoolean: true }],
      },
    ],
  },
  { linkId: 'p', type: 'attachment', text: 'Photo' },
);

const questionnaires = [
  dailyCheckIn.questionnaire,
  phq9.questionnaire,
  gad7.questionnaire,
  rich,
] as const;

/** A response that answers whatever is asked, some of it in copies. */
function answered(questionnaire: Questionnaire): Response {
  const form = new Form({ questionnaire });
  const record: Record<string, { valueString: string }[]> = {};
  for (const linkId of form.answers.enabled) record[linkId] = [{ valueString: 'x' }];
  form.restore(record);
  return form.response('completed', '2026-11-24T09:15:00-06:00');
}

/** How long a run takes, as part of what must hold. */
function inTime<T>(run: () => T): T {
  const began = performance.now();
  const value = run();
  expect(performance.now() - began).to.be.below(LONGEST);
  return value;
}

/** Nothing in the page runs what a questionnaire says. */
function expectNoScript(root: ParentNode): void {
  expect(root.querySelector('script, iframe, object, embed, base, meta')).to.equal(null);
  for (const element of root.querySelectorAll('*'))
    for (const { name, value } of element.attributes) {
      expect(name.startsWith('on'), `${element.localName} ${name}`).to.equal(false);
      if (['href', 'src', 'action', 'formaction', 'srcdoc', 'xlink:href'].includes(name))
        expect(value.trim().toLowerCase()).not.to.match(/^(?:javascript|data|vbscript):/);
    }
}

describe('<checkin-form> and a questionnaire mutated at random', () => {
  it('mends it to something sound, or names what is wrong', () => {
    fc.assert(
      fc.property(mutated(...questionnaires), (value) =>
        inTime(() => {
          const { questionnaire, faults } = readQuestionnaire(value);
          // What was mended has nothing more to mend; a condition may ask for what is gone.
          const again = readQuestionnaire(questionnaire);
          const left = again.faults.filter(
            ({ code, message }) =>
              code !== 'unsupported' &&
              code !== 'not-a-questionnaire' &&
              !message.includes('which no item has'),
          );
          expect(left).to.eql([]);
          if (isSound(value)) expect(faults).to.eql([]);
          const form = new Form({ questionnaire });
          raisedIn(form);
          form.checkAll();
          expect(() => JSON.stringify(form.response())).not.to.throw();
        }),
      ),
      { seed: SEED, numRuns: RUNS },
    );
  }).timeout(60_000);

  it('takes over a response mutated at random, as far as it can be read', () => {
    const asked = questionnaires.map((questionnaire) => ({
      questionnaire,
      response: answered(questionnaire),
    }));
    const each = fc
      .constantFrom(...asked)
      .chain(({ questionnaire, response }) =>
        mutated(response).map((value) => ({ questionnaire, value })),
      );
    fc.assert(
      fc.property(each, ({ questionnaire, value }) =>
        inTime(() => {
          const form = new Form({ questionnaire });
          form.restore(answersIn((value as Response | null)?.item));
          raisedIn(form);
          form.checkAll();
          const given = QuestionnaireResponse.safeParse(form.response('completed'));
          expect(given.success, given.error?.message).to.equal(true);
        }),
      ),
      { seed: SEED, numRuns: RUNS },
    );
    // It is no empty ground that the mutations stand on.
    for (const { response } of asked) expect(response.item).not.to.equal(undefined);
  }).timeout(60_000);

  it('draws what there is of it, and nothing of it runs', async () => {
    const { localize } = (await aForm()) as unknown as Pick<FormView, 'localize'>;
    await fc.assert(
      fc.asyncProperty(mutated(...questionnaires), async (value) => {
        const { questionnaire } = readQuestionnaire(value);
        await prepare(questionnaire);
        const view: FormView = {
          form: new Form({ questionnaire }),
          localize,
          steps: false,
          timeZone: () => 'UTC',
          put: () => {},
          changed: () => {},
          below: () => undefined,
          hangsOn: [],
        };
        const place = document.createElement('div');
        inTime(() => {
          render(sheet(view), place);
        });
        expectNoScript(place);
      }),
      { seed: SEED, numRuns: RUNS },
    );
    expect((window as { harmed?: boolean }).harmed).to.equal(undefined);
  }).timeout(60_000);

  it('draws it as an element without an error, answered by chance', async () => {
    const until = performance.now() + 25_000;
    const policy = aPolicy();
    let drawn = 0;
    await listening(() =>
      fc.assert(
        fc.asyncProperty(mutated(...questionnaires), async (value) => {
          // As many as the time allows; all of them are drawn, read and answered above.
          if (performance.now() > until) return;
          drawn++;
          const form = await aForm({ questionnaire: value as Questionnaire, policy });
          expect(text(form)).not.to.equal('');
          for (const input of form.renderRoot.querySelectorAll<HTMLInputElement>('.sheet input'))
            input.click();
          await form.updateComplete;
          expectNoScript(form.renderRoot);
          expect((window as { harmed?: boolean }).harmed).to.equal(undefined);
          form.remove();
        }),
        { seed: SEED, numRuns: RUNS },
      ),
    );
    expect(drawn).to.be.above(50);
  }).timeout(60_000);
});
