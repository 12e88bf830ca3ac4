import type { Instrument } from '../../client/model/instrument.js';
import {
  allItems,
  canonical,
  type AnswerValue,
  type Questionnaire,
  type QuestionnaireItem,
} from '../../client/model/questionnaire.js';
import type {
  QuestionnaireResponse,
  ResponseItem,
} from '../../client/model/questionnaire-response.js';
import { safetyRules } from '../../client/model/safety.js';
import { isAnswer, isQuestion } from '../../client/model/questions.js';
import type { AnswerFault } from '../../client/model/validate-answers.js';
import { Answers } from './answers.js';
import { judgeOf } from './judge.js';
import { later } from './later.js';
import type { QuestionnaireFault } from './read-questionnaire.js';

/** One questionnaire being answered. */
export class Form {
  readonly questionnaire: Questionnaire;
  readonly answers: Answers;
  /** Faults that the person has been told of, by linkId. */
  errors: ReadonlyMap<string, AnswerFault> = new Map();
  /** Questions whose answer can raise a concern, by linkId. */
  readonly safetyItems: ReadonlySet<string>;
  readonly #ids = new Map<string, string>();

  /**
   * @param instrument With a questionnaire that is sound.
   * @param faults What was wrong with it before it was mended.
   */
  constructor(
    readonly instrument: Instrument,
    readonly faults: readonly QuestionnaireFault[] = [],
  ) {
    const { questionnaire } = instrument;
    this.questionnaire = questionnaire;
    this.answers = new Answers(questionnaire, judgeOf(questionnaire));
    const rules = [...safetyRules(questionnaire), ...(instrument.safety ?? [])];
    this.safetyItems = new Set(rules.map(({ linkId }) => linkId));
    for (const { item } of allItems(questionnaire.item))
      this.#ids.set(item.linkId, `q${this.#ids.size}`);
  }

  /** Whether somebody must be named who is told of a concern. */
  get asksAboutSafety(): boolean {
    return this.safetyItems.size > 0;
  }

  get canonical(): string {
    return canonical(this.questionnaire);
  }

  /** An id for the DOM: a linkId may hold anything. */
  id({ linkId }: Pick<QuestionnaireItem, 'linkId'>): string {
    return this.#ids.get(linkId) ?? '';
  }

  put(item: QuestionnaireItem, values: readonly AnswerValue[]): void {
    this.answers.put(item.linkId, values);
    // A fault that was named goes as soon as it is mended; a new one waits until the person is done.
    if (this.errors.has(item.linkId)) this.check(item);
  }

  /** Looks at one question again, and says whether it may be left as it is, as far as is known. */
  check(item: QuestionnaireItem): boolean {
    const errors = new Map(this.errors);
    const fault = later()?.faultOf(item, this.answers.of(item.linkId));
    if (fault) errors.set(item.linkId, fault);
    else errors.delete(item.linkId);
    this.errors = errors;
    return !fault;
  }

  /** Looks at everything that is enabled; true when it may be sent. */
  checkAll(): boolean {
    const { enabled, of } = this.answers;
    this.errors = later()?.answerFaults(this.questionnaire.item, enabled, of) ?? this.errors;
    return this.errors.size === 0;
  }

  /** The answers as FHIR: what is disabled left out, order and linkIds kept. */
  response(
    status: QuestionnaireResponse['status'] = 'in-progress',
    authored?: string,
  ): QuestionnaireResponse {
    const item = this.#responseItems(this.questionnaire.item);
    return {
      resourceType: 'QuestionnaireResponse',
      ...(this.canonical ? { questionnaire: this.canonical } : {}),
      status,
      ...(authored ? { authored } : {}),
      ...(item.length ? { item } : {}),
    };
  }

  #responseItems(items: readonly QuestionnaireItem[] | undefined): ResponseItem[] {
    return (items ?? []).flatMap((item): ResponseItem[] => {
      const { linkId, text, type } = item;
      if (!this.answers.enabled.has(linkId)) return [];
      const nested = this.#responseItems(item.item);
      const named = { linkId, ...(text ? { text } : {}) };
      if (type === 'group') return nested.length ? [{ ...named, item: nested }] : [];
      if (!isQuestion(item)) return [];
      const given = this.answers.of(linkId).filter(isAnswer);
      // R4 lets an answer hold items without a value of its own.
      if (!given.length && !nested.length) return [];
      const [first = {}, ...more] = given;
      return [{ ...named, answer: [nested.length ? { ...first, item: nested } : first, ...more] }];
    });
  }
}
