import type { AnswersOf } from '../../client/model/enable-when.js';
import {
  allItems,
  type AnswerValue,
  type Questionnaire,
  type QuestionnaireItem,
} from '../../client/model/questionnaire.js';
import { kindOf, shapeOf } from './shape.js';

/** Answers by linkId, as JSON. */
export type AnswerRecord = Record<string, readonly AnswerValue[]>;

/** Says which items are enabled for answers, by linkId. */
export interface Judge {
  enabled(answersOf: AnswersOf): ReadonlySet<string>;
  /** Whether that hangs on the answer to a question. */
  hangsOn(linkId: string): boolean;
}

const NONE: readonly AnswerValue[] = [];

/** What has been answered so far. Knows nothing of elements; whoever changes it redraws. */
export class Answers {
  /** Questions that somebody has answered or emptied, unlike those with an initial value. */
  readonly touched = new Set<string>();

  readonly #judge: Judge;
  readonly #values = new Map<string, readonly AnswerValue[]>();
  #enabled: ReadonlySet<string> | undefined;

  /** @param judge Says what is enabled for these answers. */
  constructor(questionnaire: Questionnaire, judge: Judge) {
    this.#judge = judge;
    this.adopt(questionnaire.item);
  }

  /** Knows of items, and of what they begin with. */
  adopt(items: readonly QuestionnaireItem[] | undefined): void {
    for (const { item } of allItems(items)) {
      const selected = item.answerOption?.filter((option) => option['initialSelected'] === true);
      const initial = selected?.length ? selected.map(valueOf) : (item.initial ?? NONE);
      this.#values.set(item.linkId, initial);
    }
    this.#enabled = undefined;
  }

  /** The answers to a question. The same list until it is answered anew. */
  readonly of = (linkId: string): readonly AnswerValue[] => this.#values.get(linkId) ?? NONE;

  /** The linkIds of all items that are enabled now. */
  get enabled(): ReadonlySet<string> {
    return (this.#enabled ??= this.#judge.enabled(this.of));
  }

  /** Fills in what was worked out; nobody has answered by that. */
  compute(linkId: string, values: readonly AnswerValue[]): void {
    this.#values.set(linkId, values);
    if (this.#judge.hangsOn(linkId)) this.#enabled = undefined;
  }

  put(linkId: string, values: readonly AnswerValue[]): void {
    this.compute(linkId, values);
    this.touched.add(linkId);
  }

  /**
   * Takes over answers from elsewhere, but for questions that were answered here meanwhile.
   * @returns Whether there was anything to take over.
   */
  restore(record: AnswerRecord): boolean {
    const fresh = Object.entries(record).filter(
      ([linkId]) => this.#values.has(linkId) && !this.touched.has(linkId),
    );
    for (const [linkId, values] of fresh) this.put(linkId, values.map(sound).filter(isReadable));
    return fresh.some(([linkId]) => this.of(linkId).length > 0);
  }

  /** Forgets items that are no longer there. */
  forget(items: readonly QuestionnaireItem[]): void {
    for (const { item } of allItems(items)) {
      this.#values.delete(item.linkId);
      this.touched.delete(item.linkId);
    }
    this.#enabled = undefined;
  }

  /** What somebody answered, also where it is disabled at the moment. */
  toJSON(): AnswerRecord {
    return Object.fromEntries([...this.touched].map((linkId) => [linkId, this.of(linkId)]));
  }
}

/** An option as an answer: its value without what only the option carries. */
export function valueOf(option: AnswerValue): AnswerValue {
  const kept = Object.entries(option).filter(([name]) => name.startsWith('value'));
  return Object.fromEntries(kept);
}

/** An answer without what is not of its type: whoever kept it may have kept anything. */
function sound(answer: AnswerValue): AnswerValue {
  return Object.fromEntries(
    Object.entries(answer).filter(([name, value]) => {
      const shape = shapeOf(name);
      return shape ? kindOf(value) === shape : value !== undefined;
    }),
  );
}

/** Half a date cannot be brought back. */
function isReadable({ valueString }: AnswerValue): boolean {
  return valueString !== UNREADABLE;
}

/** Stands for what a date field holds but does not tell. */
export const UNREADABLE = '\u{FFFD}';
