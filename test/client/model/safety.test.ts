import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import {
  ORDINAL_VALUE,
  type AnswerOption,
  type Questionnaire,
  type QuestionnaireItem,
} from '../../../src/client/model/questionnaire.js';
import type {
  ResponseAnswer,
  ResponseItem,
} from '../../../src/client/model/questionnaire-response.js';
import { dailyCheckIn } from '../../../src/client/model/questionnaires/daily-check-in.js';
import { gad7 } from '../../../src/client/model/questionnaires/gad-7.js';
import { phq2 } from '../../../src/client/model/questionnaires/phq-2.js';
import { phq9 } from '../../../src/client/model/questionnaires/phq-9.js';
import {
  assessSafety,
  EscalationPolicy,
  isMonitored,
  NewSafetyAlert,
  PHQ9_ITEM_9,
  SafetyTrigger,
  safetyRules,
  SELF_HARM_EXTENSION,
} from '../../../src/client/model/safety.js';
import { choose, responseOf, wrap } from './responses.js';

const raised = [{ type: 'answer', linkId: PHQ9_ITEM_9 }];

describe('question 9 of PHQ-9', () => {
  const ask = (place?: number) =>
    assessSafety(phq9.questionnaire, choose(phq9.questionnaire, [PHQ9_ITEM_9], [place]));

  it('raises a concern from "several days" on, though all else is open', () => {
    expect(ask(0)).to.deep.equal([]);
    for (const place of [1, 2, 3]) expect(ask(place), `answer ${place}`).to.deep.equal(raised);
    expect(ask()).to.deep.equal([]);
    expect(assessSafety(phq9.questionnaire, wrap([]))).to.deep.equal([]);
  });

  it('decides alone, whatever the eight others say', () => {
    const items = phq9.scoring?.items ?? [];
    const place = fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined });
    fc.assert(
      fc.property(
        fc.array(place, { minLength: 9, maxLength: 9 }),
        fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
        (places, difficulty) => {
          const response = choose(
            phq9.questionnaire,
            [...items, '69722-7'],
            [...places, difficulty],
          );
          const ninth = places[8] ?? 0;
          expect(assessSafety(phq9.questionnaire, response)).to.deep.equal(ninth > 0 ? raised : []);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is heard at any depth of the answers', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 5 }), (asGroup) => {
        let items: ResponseItem[] = [
          { linkId: PHQ9_ITEM_9, answer: [{ valueCoding: { code: 'LA6569-3' } }] },
        ];
        asGroup.forEach((group, i) => {
          items = [
            group
              ? { linkId: `g${i}`, item: items }
              : { linkId: `q${i}`, answer: [{ valueBoolean: true, item: items }] },
          ];
        });
        expect(assessSafety(phq9.questionnaire, wrap(items))).to.deep.equal(raised);
      }),
    );
  });

  it('is found by its LOINC code in a clinic’s own questionnaire, its answers by theirs', () => {
    const own: Questionnaire = {
      resourceType: 'Questionnaire',
      status: 'active',
      item: [
        {
          linkId: 'thoughts',
          type: 'choice',
          code: [{ system: 'http://loinc.org', code: PHQ9_ITEM_9 }],
          answerValueSet: 'http://loinc.org/vs/LL358-3',
        },
      ],
    };
    const answered = (code: string) => responseOf({ thoughts: { valueCoding: { code } } });
    expect(assessSafety(own, answered('LA6568-5'))).to.deep.equal([]);
    expect(assessSafety(own, answered('LA6570-1'))).to.deep.equal([
      { type: 'answer', linkId: 'thoughts' },
    ]);
  });
});

describe('a self-harm answer of any questionnaire', () => {
  const marked = (
    item: Partial<QuestionnaireItem>,
    from: Record<string, unknown> = { valueDecimal: 2 },
  ): Questionnaire => ({
    resourceType: 'Questionnaire',
    status: 'active',
    item: [
      {
        linkId: 'q',
        type: 'choice',
        extension: [{ url: SELF_HARM_EXTENSION, ...from }],
        ...item,
      },
    ],
  });
  const raises = (questionnaire: Questionnaire, ...answer: ResponseAnswer[]) =>
    assessSafety(questionnaire, wrap([{ linkId: 'q', answer }])).length > 0;
  const option = (code: string, ordinal?: number): AnswerOption => ({
    valueCoding: { code },
    ...(ordinal === undefined
      ? {}
      : { extension: [{ url: ORDINAL_VALUE, valueDecimal: ordinal }] }),
  });

  it('raises a concern from the number that its mark says', () => {
    const scale = marked({ type: 'integer' });
    fc.assert(
      fc.property(fc.integer({ min: -10, max: 10 }), (valueInteger) => {
        expect(raises(scale, { valueInteger })).to.equal(valueInteger >= 2);
      }),
    );
    expect(raises(scale, { valueDecimal: 1.9 })).to.be.false;
    expect(raises(scale, { valueDecimal: 2 })).to.be.true;
  });

  it('is heard however the number of the mark is written', () => {
    for (const [written, from] of [
      [{ valueDecimal: 2 }, 2],
      [{ valueInteger: 2 }, 2],
      [{}, 1],
      [{ valueString: '2' }, 1],
    ] as const)
      expect(safetyRules(marked({}, written)), JSON.stringify(written)).to.deep.equal([
        { linkId: 'q', from },
      ]);
  });

  it('takes a yes for 1 and a no for 0', () => {
    const yesNo = marked({ type: 'boolean' }, { valueDecimal: 1 });
    expect(raises(yesNo, { valueBoolean: true })).to.be.true;
    expect(raises(yesNo, { valueBoolean: false })).to.be.false;
    expect(raises(marked({ type: 'boolean' }), { valueBoolean: true })).to.be.false;
  });

  it('is heard when it is not the first of several', () => {
    const several = marked({
      repeats: true,
      answerOption: [option('none', 0), option('hopeless', 1), option('plan', 3)],
    });
    const pick = (code: string) => ({ valueCoding: { code } });
    expect(raises(several, pick('hopeless'))).to.be.false;
    expect(raises(several, pick('hopeless'), pick('plan'))).to.be.true;
    const twice = wrap([
      { linkId: 'q', answer: [pick('none')] },
      { linkId: 'q', answer: [pick('plan')] },
    ]);
    expect(assessSafety(several, twice)).to.deep.equal([{ type: 'answer', linkId: 'q' }]);
  });

  it('is a concern too many, not too few, when nobody gave its choices numbers', () => {
    const unweighed = marked({ answerOption: [option('x'), option('y')] });
    expect(raises(unweighed, { valueCoding: { code: 'x' } })).to.be.true;
    const partly = marked({ answerOption: [option('often', 3), option('rather-not-say')] });
    expect(raises(partly, { valueCoding: { code: 'rather-not-say' } })).to.be.false;
  });

  it('is never free text, whatever it says', () => {
    const words = fc.oneof(
      fc.string(),
      fc.constantFrom('I want to die', 'quiero morir', '3', 'true', 'LA6571-9'),
    );
    fc.assert(
      fc.property(words, fc.constantFrom('text', 'string', 'open-choice'), (said, type) => {
        expect(raises(marked({ type }), { valueString: said })).to.be.false;
        expect(
          assessSafety(
            dailyCheckIn.questionnaire,
            responseOf({ reflection: { valueString: said } }),
          ),
        ).to.deep.equal([]);
      }),
    );
  });

  it('can be told by rules from outside, once each', () => {
    const plain = marked({ type: 'integer', extension: [] });
    const response = responseOf({ q: { valueInteger: 4 } });
    expect(assessSafety(plain, response)).to.deep.equal([]);
    const rules = [
      { linkId: 'q', from: 3 },
      { linkId: 'q', from: 1 },
      { linkId: 'other', from: 0 },
    ];
    expect(assessSafety(plain, response, rules)).to.deep.equal([{ type: 'answer', linkId: 'q' }]);
  });
});

describe('the questionnaires that ask about suicide', () => {
  it('are PHQ-9 alone among ours', () => {
    expect(safetyRules(phq9.questionnaire)).to.deep.equal([{ linkId: PHQ9_ITEM_9, from: 1 }]);
    for (const { questionnaire } of [phq2, gad7, dailyCheckIn])
      expect(safetyRules(questionnaire), questionnaire.url).to.deep.equal([]);
  });
});

describe('an escalation policy', () => {
  const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: 9 * 60, to: 17 * 60 }));
  const policy = EscalationPolicy.parse({
    recipient: { en: 'your care team', es: 'tu equipo de atención' },
    hours,
    timeZone: 'America/New_York',
  });

  it('says truthfully whether somebody looks now, to the minute', () => {
    for (const [time, monitored] of [
      ['2026-01-12T13:59:59Z', false],
      ['2026-01-12T14:00:00Z', true],
      ['2026-01-16T21:59:59Z', true],
      ['2026-01-16T22:00:00Z', false],
      ['2026-01-17T15:00:00Z', false],
    ] as const)
      expect(isMonitored(policy, new Date(time)), time).to.equal(monitored);
  });

  it('follows the clock of its zone through summer time, not the reader’s', () => {
    expect(isMonitored(policy, new Date('2026-03-06T13:30:00Z'))).to.be.false;
    expect(isMonitored(policy, new Date('2026-03-09T13:30:00Z'))).to.be.true;
    expect(isMonitored(policy, new Date('2026-10-30T13:30:00Z'))).to.be.true;
    expect(isMonitored(policy, new Date('2026-11-02T13:30:00Z'))).to.be.false;
  });

  it('without hours is never monitored, with all of them always', () => {
    const always = [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, from: 0, to: 1440 }));
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true, min: new Date(0) }), (now) => {
        fc.pre(+now < 4e12);
        expect(isMonitored({ ...policy, hours: [] }, now)).to.be.false;
        expect(isMonitored({ ...policy, hours: always }, now)).to.be.true;
      }),
    );
  });
});

describe('an alert', () => {
  it('says which item raised it and never what was answered', () => {
    const alert = {
      triggers: [{ type: 'answer', linkId: PHQ9_ITEM_9 }, { type: 'not-safe-now' }],
      raisedAt: '2026-03-01T22:10:00-05:00',
    };
    expect(NewSafetyAlert.parse(alert)).to.deep.equal(alert);
    expect(SafetyTrigger.parse({ type: 'answer', linkId: 'q', value: 'every day' })).to.deep.equal({
      type: 'answer',
      linkId: 'q',
    });
  });

  it('has a trigger, and words in free text are none', () => {
    const raisedAt = '2026-03-01T22:10:00Z';
    expect(NewSafetyAlert.safeParse({ triggers: [], raisedAt }).success).to.be.false;
    expect(NewSafetyAlert.safeParse({ triggers: [{ type: 'words' }], raisedAt }).success).to.be
      .false;
  });
});
