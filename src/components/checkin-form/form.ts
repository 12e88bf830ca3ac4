import type { Instrument } from '../../client/model/instrument.js';
import {
  allItems,
  canonical,
  type AnswerValue,
  type Extension,
  type Questionnaire,
  type QuestionnaireItem,
} from '../../client/model/questionnaire.js';
import type { QuestionnaireResponse } from '../../client/model/questionnaire-response.js';
import { safetyRules } from '../../client/model/safety.js';
import type { AnswerFault } from '../../client/model/validate-answers.js';
import { Answers, type AnswerRecord, type Judge } from './answers.js';
import { answersIn, original } from './copy-link-ids.js';
import { expressionsOf } from './expressed.js';
import type { Expressions } from './expressions/expressions.js';
import { addMissing } from './items/controls.js';
import { judgeOf } from './judge.js';
import { later } from './later.js';
import type { QuestionnaireFault } from './read-questionnaire.js';
import { responseItems } from './response-items.js';

/** What a response says of one time of answering. */
const OF_ITS_TIME = new Set([
  'resourceType',
  'questionnaire',
  'status',
  'authored',
  'text',
  'item',
]);

/** One questionnaire being answered. */
export class Form {
  /** With a copy of a repeating group for each time that it is answered. */
  questionnaire: Questionnaire;
  readonly answers: Answers;
  /** Faults that the person has been told of, by linkId. */
  errors: ReadonlyMap<string, AnswerFault> = new Map();
  /** Questions whose answer can raise a concern, by linkId. */
  readonly safetyItems: ReadonlySet<string>;
  /** What was wrong with the questionnaire. */
  readonly faults: readonly QuestionnaireFault[];
  readonly #ids = new Map<string, string>();
  /** Where a concern can be raised: by the linkId of the very item, also of a copy. */
  readonly safetyPlaces = new Set<string>();
  /** What a response that was handed in says beside its answers: whose it is, for example. */
  #about: object = {};
  #expressions: Expressions | undefined;
  #judge: Judge;

  /**
   * @param instrument With a questionnaire that is sound.
   * @param faults What was wrong with it before it was mended.
   */
  constructor(
    readonly instrument: Instrument,
    faults: readonly QuestionnaireFault[] = [],
  ) {
    const { questionnaire } = instrument;
    this.questionnaire = questionnaire;
    this.#judge = judgeOf(questionnaire);
    this.answers = new Answers(questionnaire, {
      enabled: (of) => {
        const enabled = this.#judge.enabled(of);
        return this.#expressions?.enabled(enabled, of) ?? enabled;
      },
      hangsOn: (linkId) => this.isExpressed || this.#judge.hangsOn(linkId),
    });
    const rules = [...safetyRules(questionnaire), ...(instrument.safety ?? [])];
    this.safetyItems = new Set(rules.map(({ linkId }) => linkId));
    this.#number(questionnaire.item);
    this.#expressions = expressionsOf(this);
    this.#expressions?.begin();
    this.faults = [...faults, ...(this.#expressions?.faults ?? [])];
  }

  /** Whether somebody must be named who is told of a concern. */
  get asksAboutSafety(): boolean {
    return this.safetyItems.size > 0;
  }

  /** Whether any answer can change anything, by an expression. */
  get isExpressed(): boolean {
    return this.#expressions !== undefined;
  }

  get canonical(): string {
    return canonical(this.questionnaire);
  }

  /** An id for the DOM: a linkId may hold anything. */
  id({ linkId }: Pick<QuestionnaireItem, 'linkId'>): string {
    return this.#ids.get(linkId) ?? '';
  }

  /** Takes over items with copies of repeating groups; `added` are those that are new. */
  adopt(added: readonly QuestionnaireItem[], item: QuestionnaireItem[]): void {
    this.answers.adopt(added);
    this.#number(added);
    this.questionnaire = { ...this.questionnaire, item };
    this.#judge = judgeOf(this.questionnaire);
    this.#expressions = expressionsOf(this);
    this.#expressions?.begin([...added]);
  }

  #number(items: readonly QuestionnaireItem[] | undefined): void {
    for (const { item } of allItems(items)) {
      this.#ids.set(item.linkId, `q${this.#ids.size}`);
      if (this.safetyItems.has(original(item.linkId))) this.safetyPlaces.add(item.linkId);
    }
  }

  /** Takes over an earlier response, with all that it says but when and how far it was answered. */
  fill(given: QuestionnaireResponse): void {
    const about = Object.entries(given).filter(([name]) => !OF_ITS_TIME.has(name));
    this.#about = Object.fromEntries(about);
    this.restore(answersIn(given.item));
  }

  /** Takes over answers from elsewhere; says whether there was anything to take over. */
  restore(record: AnswerRecord): boolean {
    addMissing(this, record);
    const found = this.answers.restore(record);
    this.#expressions?.calculate();
    return found;
  }

  /** The item as it is shown: its options may hang on answers. */
  shown(item: QuestionnaireItem): QuestionnaireItem {
    return this.#expressions?.shown(item) ?? item;
  }

  /** What the person may want to look at again, though it can be sent as it is. */
  remark(item: QuestionnaireItem): Extension | undefined {
    return this.#expressions?.remark(item);
  }

  put(item: QuestionnaireItem, values: readonly AnswerValue[]): void {
    this.answers.put(item.linkId, values);
    this.#expressions?.calculate();
    // A fault that was named goes as soon as it is mended; a new one waits until the person is done.
    if (this.errors.has(item.linkId)) this.check(item);
  }

  /** Looks at one question again, and says whether it may be left as it is, as far as is known. */
  check(item: QuestionnaireItem): boolean {
    const errors = new Map(this.errors);
    const fault =
      later()?.faultOf(item, this.answers.of(item.linkId)) ?? this.#expressions?.fault(item);
    if (fault) errors.set(item.linkId, fault);
    else errors.delete(item.linkId);
    this.errors = errors;
    return !fault;
  }

  /** Looks at everything that is enabled; true when it may be sent. */
  checkAll(): boolean {
    const { enabled, of } = this.answers;
    const faults = later()?.answerFaults(this.questionnaire.item, enabled, of);
    if (faults) {
      const errors = new Map<string, AnswerFault>();
      for (const { item } of allItems(this.questionnaire.item)) {
        const fault = faults.get(item.linkId) ?? this.#expressions?.fault(item);
        if (fault) errors.set(item.linkId, fault);
      }
      this.errors = errors;
    }
    return this.errors.size === 0;
  }

  /** The answers as FHIR: what is disabled left out, order and linkIds kept. */
  response(
    status: QuestionnaireResponse['status'] = 'in-progress',
    authored?: string,
  ): QuestionnaireResponse {
    const { enabled, of } = this.answers;
    const item = responseItems(this.questionnaire.item, enabled, of);
    return {
      resourceType: 'QuestionnaireResponse',
      ...this.#about,
      ...(this.canonical ? { questionnaire: this.canonical } : {}),
      status,
      ...(authored ? { authored } : {}),
      ...(item.length ? { item } : {}),
    };
  }
}
