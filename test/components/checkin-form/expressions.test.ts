import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import type {
  Extension,
  Questionnaire,
  QuestionnaireItem,
} from '../../../src/client/model/questionnaire.js';
import { original } from '../../../src/components/checkin-form/copy-link-ids.js';
import { loadExpressions } from '../../../src/components/checkin-form/expressed.js';
import { Form } from '../../../src/components/checkin-form/form.js';
import { fetchLater } from '../../../src/components/checkin-form/later.js';
import { addGroup } from '../../../src/components/checkin-form/repeats.js';
import {
  aForm,
  answersIn,
  ask,
  asking,
  button,
  click,
  field,
  focused,
  listening,
  says,
  text,
  write,
} from '../../support/check-ins.js';

const SDC = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-';
const HL7 = 'http://hl7.org/fhir/StructureDefinition/';

const fhirpath = (expression: string, name?: string) => ({
  valueExpression: { language: 'text/fhirpath', expression, ...(name ? { name } : {}) },
});
const by = (kind: string, expression: string): Extension => ({
  url: `${SDC}${kind}Expression`,
  ...fhirpath(expression),
});
const variable = (name: string, expression: string): Extension => ({
  url: `${HL7}variable`,
  ...fhirpath(expression, name),
});
const constraint = (expression: string, human: string, severity = 'error'): Extension => ({
  url: `${HL7}questionnaire-constraint`,
  extension: [
    { url: 'key', valueId: 'c-1' },
    { url: 'severity', valueCode: severity },
    { url: 'expression', valueString: expression },
    { url: 'human', valueString: human },
  ],
});

const answer = (linkId: string) => `%resource.item.where(linkId='${linkId}').answer.value`;
const slept: QuestionnaireItem = { linkId: 'slept', type: 'decimal', text: 'Hours asleep?' };
const naps: QuestionnaireItem = { linkId: 'naps', type: 'decimal', text: 'Hours of naps?' };

/** A form alone, without its element. */
const open = (...items: QuestionnaireItem[]) => new Form({ questionnaire: asking(...items) });
const withExtension = (questionnaire: Questionnaire, ...extension: Extension[]) => ({
  ...questionnaire,
  extension,
});

before(() => Promise.all([loadExpressions(), fetchLater()]));

describe('<checkin-form> and FHIRPath', () => {
  it('writes no answer to the console, whatever an author traces', () => {
    const { log } = console;
    const logged: unknown[] = [];
    console.log = (...words) => void logged.push(words);
    try {
      const item = { linkId: 'sum', type: 'decimal', extension: [] } as const;
      const traced = `${answer('slept')}.trace('slept')`;
      const form = open(slept, { ...item, extension: [by('calculated', traced)] });
      form.put(slept, [{ valueDecimal: 7 }]);
      expect(form.answers.of('sum')).to.eql([{ valueDecimal: 7 }]);
    } finally {
      console.log = log;
    }
    expect(logged).to.eql([]);
  });

  describe('in copies of a repeating group', () => {
    const pair: QuestionnaireItem = {
      linkId: 'pair',
      type: 'group',
      repeats: true,
      extension: [
        variable('a', "%context.item.where(linkId='a').answer.value"),
        variable('b', "%context.item.where(linkId='b').answer.value"),
      ],
      item: [
        { linkId: 'a', type: 'integer', extension: [by('initial', '1 + 1')] },
        {
          linkId: 'b',
          type: 'integer',
          extension: [constraint('%context.answer.value < 10', 'Below 10')],
        },
        { linkId: 'sum', type: 'integer', extension: [by('calculated', '%a + %b')] },
        { linkId: 'why', type: 'string', extension: [by('enableWhen', '%a > %b')] },
      ],
    };
    const groups = (form: Form) => form.questionnaire.item ?? [];
    const inside = (group: QuestionnaireItem | undefined, linkId: string) =>
      group!.item!.find((item) => original(item.linkId) === linkId)!;

    it('looks at its own copy, whatever is answered in the others', () => {
      const rows = fc.array(fc.record({ a: fc.integer({ max: 99, min: -99 }), b: fc.nat(9) }), {
        minLength: 1,
        maxLength: 5,
      });
      fc.assert(
        fc.property(rows, (given) => {
          const form = open(pair);
          for (let n = 1; n < given.length; n++) addGroup(form, groups(form)[0]!);
          given.forEach(({ a, b }, n) => {
            form.put(inside(groups(form)[n], 'a'), [{ valueInteger: a }]);
            form.put(inside(groups(form)[n], 'b'), [{ valueInteger: b }]);
          });
          const said = groups(form).map((group) => ({
            sum: form.answers.of(inside(group, 'sum').linkId),
            asks: form.answers.enabled.has(inside(group, 'why').linkId),
          }));
          expect(said).to.eql(
            given.map(({ a, b }) => ({ sum: [{ valueInteger: a + b }], asks: a > b })),
          );
        }),
        { numRuns: 40 },
      );
    });

    it('begins each copy anew, and names a fault at the copy that has it', () => {
      const form = open(pair);
      form.put(inside(groups(form)[0], 'a'), [{ valueInteger: 7 }]);
      addGroup(form, groups(form)[0]!);
      const [first, second] = groups(form);
      expect(form.answers.of(inside(first, 'a').linkId)).to.eql([{ valueInteger: 7 }]);
      expect(form.answers.of(inside(second, 'a').linkId)).to.eql([{ valueInteger: 2 }]);
      form.put(inside(first, 'b'), [{ valueInteger: 3 }]);
      form.put(inside(second, 'b'), [{ valueInteger: 30 }]);
      expect(form.checkAll()).to.be.false;
      expect([...form.errors.keys()]).to.eql([inside(second, 'b').linkId]);
    });
  });

  it('calculates while the person writes, also from what is calculated', async () => {
    const form = await aForm({
      questionnaire: withExtension(
        asking(
          slept,
          naps,
          {
            linkId: 'sum',
            type: 'decimal',
            text: 'In all',
            readOnly: true,
            extension: [by('calculated', '%asleep + %napped')],
          },
          {
            linkId: 'double',
            type: 'decimal',
            text: 'Twice',
            readOnly: true,
            extension: [by('calculated', `${answer('sum')} * 2`)],
          },
        ),
        variable('asleep', "item.where(linkId='slept').answer.value"),
        variable('napped', `iif(${answer('naps')}.exists(), ${answer('naps')}, 0.0)`),
      ),
    });
    await write(form, 'Hours asleep?', '6.5');
    expect(field(form, 'In all').value).to.equal('6.5');
    await write(form, 'Hours of naps?', '1');
    expect(field(form, 'In all').value).to.equal('7.5');
    expect(field(form, 'Twice').value).to.equal('15');
    expect(answersIn(form.response, 'double')).to.eql([{ valueDecimal: 15 }]);
  });

  it('shows a question when its expression says so, with all that is below it', async () => {
    const form = await aForm({
      questionnaire: asking(slept, {
        linkId: 'why',
        type: 'group',
        text: 'Short night',
        extension: [by('enableWhen', `${answer('slept')} < 5`)],
        item: [{ linkId: 'reason', type: 'string', text: 'What kept you up?' }],
      }),
    });
    expect(text(form)).not.to.include('What kept you up?');
    await write(form, 'Hours asleep?', '4');
    expect(text(form)).to.include('What kept you up?');
    await write(form, 'Hours asleep?', '8');
    expect(text(form)).not.to.include('What kept you up?');
  });

  it('says what a broken constraint asks for, and does not send', async () => {
    const form = await aForm({
      questionnaire: asking(
        { ...slept, extension: [constraint('answer.value <= 24', 'A day has 24 hours.')] },
        { ...naps, extension: [constraint('answer.value < 3', 'A long nap.', 'warning')] },
      ),
    });
    await write(form, 'Hours asleep?', '30');
    await write(form, 'Hours of naps?', '5');
    await click(form, button(form, 'Send check-in'));
    await says(form, 'A day has 24 hours.');
    expect(focused(form)).to.equal(field(form, 'Hours asleep?'));
    await write(form, 'Hours asleep?', '9');
    expect(text(form)).not.to.include('A day has 24 hours.');
  });

  it('says what a constraint warns of, and sends all the same', async () => {
    const form = await aForm({
      questionnaire: asking({
        ...naps,
        extension: [constraint('answer.value < 3', 'A long nap. Is it right?', 'warning')],
      }),
    });
    await write(form, 'Hours of naps?', '2');
    expect(text(form)).not.to.include('A long nap.');
    await write(form, 'Hours of naps?', '5');
    expect(text(form)).to.include('A long nap. Is it right?');
    const described = field(form, 'Hours of naps?').getAttribute('aria-describedby')!;
    expect(form.shadowRoot!.getElementById(described)?.textContent).to.include('A long nap.');
    await expect(form).to.be.accessible();
    await click(form, button(form, 'Send check-in'));
    await says(form, 'Thank you');
  });

  it('says it in the language of the reader', async () => {
    const human = (severity: string) => ({
      url: `${HL7}questionnaire-constraint`,
      extension: [
        { url: 'severity', valueCode: severity },
        { url: 'expression', valueString: 'answer.value < 3' },
        {
          url: 'human',
          valueString: `Too long (${severity}).`,
          _valueString: {
            extension: [
              {
                url: `${HL7}translation`,
                extension: [
                  { url: 'lang', valueCode: 'es' },
                  { url: 'content', valueString: `Demasiado (${severity}).` },
                ],
              },
            ],
          },
        },
      ],
    });
    const form = await aForm({
      questionnaire: asking({ ...naps, extension: [human('warning'), human('error')] }),
    });
    await write(form, 'Hours of naps?', '5');
    await click(form, button(form, 'Send check-in'));
    await says(form, 'Too long (error).');
    await says(form, 'Too long (warning).');
    form.lang = 'es';
    await says(form, 'Demasiado (error).');
    await says(form, 'Demasiado (warning).');
  });

  it('names a constraint where the person sees it, whatever is hidden or disabled', async () => {
    const hidden = { url: `${HL7}questionnaire-hidden`, valueBoolean: true };
    const most = (expression: string) => constraint(expression, 'A day has 24 hours.');
    const form = await aForm({
      questionnaire: withExtension(
        asking(
          {
            linkId: 'off',
            type: 'string',
            text: 'Never asked',
            enableWhen: [{ question: 'slept', operator: '>', answerDecimal: 99 }],
          },
          slept,
          naps,
          {
            linkId: 'sum',
            type: 'decimal',
            extension: [
              hidden,
              by('calculated', `${answer('slept')} + ${answer('naps')}`),
              most('answer.value <= 24'),
            ],
          },
        ),
        constraint(`${answer('slept')}.empty() or ${answer('slept')} > 0`, 'Nobody sleeps less.'),
      ),
    });
    await write(form, 'Hours asleep?', '20');
    await write(form, 'Hours of naps?', '5');
    await click(form, button(form, 'Send check-in'));
    await says(form, 'A day has 24 hours.');
    expect(focused(form)).to.equal(field(form, 'Hours asleep?'));
    await write(form, 'Hours asleep?', '-1');
    await click(form, button(form, 'Send check-in'));
    await says(form, 'Nobody sleeps less.');
    await write(form, 'Hours asleep?', '7');
    await click(form, button(form, 'Send check-in'));
    await says(form, 'Thank you');
  });

  it('calculates anew what nobody can write, also where it came with a response', () => {
    const twice: QuestionnaireItem = {
      linkId: 'twice',
      type: 'decimal',
      readOnly: true,
      extension: [by('calculated', `${answer('slept')} * 2`)],
    };
    const form = open(slept, twice);
    form.restore({ slept: [{ valueDecimal: 4 }], twice: [{ valueDecimal: 8 }] });
    expect(form.answers.of('twice')).to.eql([{ valueDecimal: 8 }]);
    form.put(slept, [{ valueDecimal: 5 }]);
    expect(form.answers.of('twice')).to.eql([{ valueDecimal: 10 }]);
  });

  it('takes back a choice that is not offered any more', () => {
    const helps: QuestionnaireItem = { linkId: 'helps', type: 'open-choice', repeats: true };
    const first: QuestionnaireItem = {
      linkId: 'first',
      type: 'choice',
      extension: [by('answer', answer('helps'))],
    };
    const form = open(helps, first);
    form.put(helps, [{ valueString: 'A walk' }, { valueString: 'A call' }]);
    form.put(first, [{ valueString: 'A walk' }]);
    form.put(helps, [{ valueString: 'A walk' }]);
    expect(form.answers.of('first')).to.eql([{ valueString: 'A walk' }]);
    form.put(helps, [{ valueString: 'A call' }]);
    expect(form.answers.of('first')).to.eql([]);
  });

  it('names a constraint over several answers at the first question that it is about', () => {
    const form = open({
      linkId: 'g',
      type: 'group',
      extension: [constraint("item.where(linkId='slept').answer.value >= 1", 'Sleep comes first.')],
      item: [naps, slept],
    });
    form.put(naps, [{ valueDecimal: 2 }]);
    form.put(slept, [{ valueDecimal: 0 }]);
    expect(form.checkAll()).to.be.false;
    expect([...form.errors.keys()]).to.eql(['naps']);
    expect(form.errors.get('naps')?.words?.['valueString']).to.equal('Sleep comes first.');
    form.put(slept, [{ valueDecimal: 3 }]);
    expect(form.checkAll()).to.be.true;
  });

  it('begins with what an expression finds, and leaves alone what a person wrote', () => {
    const form = open(
      { ...slept, extension: [by('initial', '8')] },
      { linkId: 'note', type: 'string', extension: [by('calculated', "'slept ' & '8'")] },
    );
    expect(form.answers.of('slept')).to.eql([{ valueDecimal: 8 }]);
    expect(form.answers.of('note')).to.eql([{ valueString: 'slept 8' }]);
    expect(form.answers.touched.size).to.equal(0);
    form.put({ linkId: 'note', type: 'string' }, [{ valueString: 'mine' }]);
    form.put(slept, [{ valueDecimal: 2 }]);
    expect(form.answers.of('note')).to.eql([{ valueString: 'mine' }]);
  });

  it('offers what an answerExpression finds', async () => {
    const form = await aForm({
      questionnaire: asking(
        { linkId: 'helps', type: 'open-choice', text: 'What helps?', repeats: true },
        {
          linkId: 'first',
          type: 'choice',
          text: 'What will you try first?',
          extension: [by('answer', answer('helps'))],
        },
      ),
    });
    const options = () =>
      [...ask(form, 'What will you try first?').querySelectorAll('.option')].map((o) =>
        o.textContent.trim(),
      );
    expect(options()).to.eql([]);
    const { form: model } = (form as unknown as { source: { form: Form } }).source;
    model.put({ linkId: 'helps', type: 'open-choice' }, [
      { valueString: 'A walk' },
      { valueString: 'A call' },
    ]);
    form.requestUpdate();
    await form.updateComplete;
    expect(options()).to.eql(['A walk', 'A call']);
  });

  it('names what it cannot evaluate, and goes on without it', async () => {
    const faults: string[] = [];
    const listen = ({ code, path }: HTMLElementEventMap['wf-questionnaire-fault']) =>
      faults.push(`${code} ${path}`);
    document.addEventListener('wf-questionnaire-fault', listen);
    await listening(async () => {
      const form = await aForm({
        questionnaire: asking(
          { ...slept, extension: [by('calculated', '((')] },
          {
            ...naps,
            extension: [
              {
                url: `${SDC}calculatedExpression`,
                valueExpression: { language: 'text/cql', expression: 'Naps' },
              },
              by('initial', '%patient.age'),
            ],
          },
        ),
      });
      await import('../../../src/components/checkin-form/report-faults.js');
      await write(form, 'Hours asleep?', '7');
      expect(answersIn(form.response, 'slept')).to.eql([{ valueDecimal: 7 }]);
      expect(field(form, 'Hours of naps?').value).to.equal('');
    });
    document.removeEventListener('wf-questionnaire-fault', listen);
    expect(faults).to.eql([
      'invalid slept.calculatedExpression',
      'unsupported naps.calculatedExpression',
      'unsupported naps.initialExpression',
    ]);
  });

  it('comes to rest where two answers calculate each other', () => {
    const more = (linkId: string, other: string): QuestionnaireItem => ({
      linkId,
      type: 'decimal',
      extension: [by('calculated', `${answer(other)} + 1`)],
    });
    const form = open(more('a', 'b'), { ...more('b', 'a'), initial: [{ valueDecimal: 1 }] });
    expect(form.answers.of('a')).to.be.an('array');
    expect(form.faults).to.eql([]);
  });

  describe('inside a group that is there several times', () => {
    const drink: QuestionnaireItem = {
      linkId: 'g',
      type: 'group',
      text: 'Drink',
      repeats: true,
      extension: [
        variable('count', "item.where(linkId='count').answer.value"),
        variable('of', "item.where(linkId='size').answer.value"),
        constraint('%count.empty() or %count < 100', 'That is a lot. Is it right?'),
      ],
      item: [
        { linkId: 'count', type: 'integer', text: 'How many?' },
        {
          linkId: 'size',
          type: 'integer',
          text: 'Of what size?',
          extension: [by('initial', '%qitem.linkId.length()')],
        },
        {
          linkId: 'sum',
          type: 'integer',
          text: 'In all',
          readOnly: true,
          extension: [by('calculated', '%count * %of')],
        },
        {
          linkId: 'why',
          type: 'string',
          text: 'Why?',
          extension: [by('enableWhen', '%count > 5')],
        },
      ],
    };
    const total: QuestionnaireItem = {
      linkId: 'total',
      type: 'integer',
      text: 'Total',
      readOnly: true,
      extension: [
        by(
          'calculated',
          "%resource.item.where(linkId='g').item.where(linkId='sum').answer.value.sum()",
        ),
      ],
    };

    it('each copy sees its own answers, and the form sees all', () => {
      const counts = fc.array(fc.option(fc.integer({ min: 0, max: 150 })), {
        minLength: 1,
        maxLength: 5,
      });
      fc.assert(
        fc.property(
          counts,
          fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 5, maxLength: 5 }),
          (given, sizes) => {
            const form = open(drink, total);
            while (copies(form).length < given.length) addGroup(form, copies(form)[0]!);
            given.forEach((count, i) => {
              const [howMany, size] = copies(form)[i]!.item!;
              expect(form.answers.of(size!.linkId)).to.eql([{ valueInteger: 4 }]);
              form.put(size!, [{ valueInteger: sizes[i]! }]);
              if (count !== null) form.put(howMany!, [{ valueInteger: count }]);
            });
            form.checkAll();
            given.forEach((count, i) => {
              const [howMany, , sum, why] = copies(form)[i]!.item!;
              expect(form.answers.of(sum!.linkId)).to.eql(
                count === null ? [] : [{ valueInteger: count * sizes[i]! }],
              );
              expect(form.answers.enabled.has(why!.linkId)).to.equal(count !== null && count > 5);
              expect(form.errors.has(howMany!.linkId)).to.equal(count !== null && count >= 100);
            });
            const all = given.reduce<number>((sum, count, i) => sum + (count ?? 0) * sizes[i]!, 0);
            expect(form.answers.of('total')[0]?.['valueInteger'] ?? 0).to.equal(all);
          },
        ),
        { numRuns: 50 },
      );
    });

    const copies = (form: Form) =>
      form.questionnaire.item!.filter(({ linkId }) => original(linkId) === 'g');
  });
});
