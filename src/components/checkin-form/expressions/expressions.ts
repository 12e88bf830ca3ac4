import type { AnswersOf } from '../../../client/model/enable-when.js';
import {
  allItems,
  type AnswerValue,
  type Extension,
  type QuestionnaireItem,
} from '../../../client/model/questionnaire.js';
import {
  answeredItems,
  isSameAnswer,
  type QuestionnaireResponse,
  type ResponseItem,
} from '../../../client/model/questionnaire-response.js';
import type { AnswerFault } from '../../../client/model/validate-answers.js';
import { isHidden, isQuestion } from '../../../client/model/questions.js';
import { original } from '../copy-link-ids.js';
import type { Form } from '../form.js';
import type { QuestionnaireFault } from '../read-questionnaire.js';
import { responseItems } from '../response-items.js';
import { asAnswers } from './as-answers.js';
import { plain, type Evaluate, type Variables } from './fhirpath.js';
import {
  readExpressions,
  type Constraint,
  type ExpressionsRead,
  type ItemExpressions,
  type Scope,
} from './read-expressions.js';

/** What is calculated from what is calculated comes to rest within so many rounds, or never. */
const ROUNDS = 10;

/** What has been answered, as expressions see it. */
interface Answered {
  readonly response: QuestionnaireResponse;
  /** Where each item stands in it, each copy of a repeating group apart, by the copy's linkId. */
  readonly at: ReadonlyMap<string, ResponseItem>;
}

/** Works out what the FHIRPath expressions of a questionnaire say about its answers. Never throws. */
export class Expressions {
  readonly #form: Form;
  readonly #read: ExpressionsRead;
  readonly #byItem: ReadonlyMap<QuestionnaireItem, ItemExpressions>;
  /** Items as the questionnaire has them, without their copies. */
  readonly #written: ReadonlyMap<string, QuestionnaireItem>;
  /** Items with the options that their answerExpression found last. */
  readonly #shown = new Map<QuestionnaireItem, { key: string; item: QuestionnaireItem }>();

  constructor(form: Form) {
    this.#form = form;
    this.#read = readExpressions(form.questionnaire);
    this.#byItem = new Map(this.#read.items.map((each) => [each.item, each]));
    this.#written = new Map(
      [...allItems(form.instrument.questionnaire.item)].map(({ item }) => [item.linkId, item]),
    );
  }

  /** Expressions that cannot be used. */
  get faults(): readonly QuestionnaireFault[] {
    return this.#read.faults;
  }

  /** Of the items that are enabled otherwise, those that their expressions enable too. */
  enabled(base: ReadonlySet<string>, answersOf: AnswersOf): ReadonlySet<string> {
    const judged = this.#read.items.filter(({ enableWhen }) => enableWhen);
    let enabled = base;
    for (let round = 0; judged.length && round < ROUNDS; round++) {
      const response = this.#response(enabled, answersOf);
      const next = new Set(base);
      for (const each of judged) {
        if (this.#evaluate(each, each.enableWhen, response)?.[0] === true) continue;
        for (const { item } of allItems([each.item])) next.delete(item.linkId);
      }
      const isSettled = next.size === enabled.size && [...next].every((id) => enabled.has(id));
      enabled = next;
      if (isSettled) break;
    }
    return enabled;
  }

  /** Fills in what a form, or a copy of a group, begins with where there is no answer. */
  begin(items = this.#form.questionnaire.item): void {
    const { answers } = this.#form;
    const response = this.#ofNow();
    const inside = new Set([...allItems(items)].map(({ item }) => item.linkId));
    for (const each of this.#read.items)
      if (each.initial && inside.has(each.item.linkId) && !answers.of(each.item.linkId).length)
        answers.compute(each.item.linkId, this.#answers(each, each.initial, response));
    this.calculate();
  }

  /** Fills in what is calculated, until nothing changes any more. What a person wrote stays. */
  calculate(): void {
    const { answers } = this.#form;
    const calculated = this.#read.items.filter((each) => each.calculated);
    for (let round = 0; calculated.length && round < ROUNDS; round++) {
      const response = this.#ofNow();
      let isSettled = true;
      for (const each of calculated) {
        const { linkId, readOnly } = each.item;
        // What nobody can write is calculated anew, also where it came with a response.
        if (answers.touched.has(linkId) && !readOnly && !isHidden(each.item)) continue;
        const values = this.#answers(each, each.calculated, response);
        if (JSON.stringify(values) === JSON.stringify(answers.of(linkId))) continue;
        answers.compute(linkId, values);
        isSettled = false;
      }
      if (isSettled) break;
    }
    this.#dropUnoffered();
  }

  /** Takes back what was chosen among options that are not offered any more: nobody sees it. */
  #dropUnoffered(): void {
    const { answers } = this.#form;
    for (const each of this.#read.items) {
      const { type, linkId, readOnly } = each.item;
      const given = answers.of(linkId);
      if (!each.answer || type !== 'choice' || readOnly || !given.length) continue;
      if (!this.#evaluate(each, each.answer, this.#ofNow())) continue;
      const { answerOption = [] } = this.shown(each.item);
      const offered = given.filter((answer) =>
        answerOption.some((one) => isSameAnswer(one, answer)),
      );
      if (offered.length < given.length) answers.put(linkId, offered);
    }
  }

  /** The item with the options that its answerExpression finds; the same object while they are. */
  shown(item: QuestionnaireItem): QuestionnaireItem {
    const each = this.#byItem.get(item);
    if (!each?.answer) return item;
    const many = { ...each, item: { ...item, repeats: true } };
    const answerOption = this.#answers(many, each.answer, this.#ofNow());
    const key = JSON.stringify(answerOption);
    let shown = this.#shown.get(item);
    if (shown?.key !== key)
      this.#shown.set(item, (shown = { key, item: { ...item, answerOption } }));
    return shown.item;
  }

  /** The first constraint named at a question that the answers break. */
  fault(question: QuestionnaireItem): AnswerFault | undefined {
    const broken = this.#broken(question, false);
    if (!broken) return undefined;
    const { human } = broken;
    return human?.['valueString'] ? { code: 'constraint', words: human } : { code: 'unexpected' };
  }

  /** What a broken constraint says that only asks to look again. */
  remark(question: QuestionnaireItem): Extension | undefined {
    return this.#broken(question, true)?.human;
  }

  #broken({ linkId }: QuestionnaireItem, isWarning: boolean): Constraint | undefined {
    const { answers } = this.#form;
    return this.#read.constraints.find((each) => {
      const { item } = each;
      if (each.isWarning !== isWarning || this.#placeOf(each) !== linkId) return false;
      // What is not answered breaks no rule; whether it must be is said by `required`.
      if (item && isQuestion(item) && !answers.of(item.linkId).length) return false;
      return this.#evaluate(each, each.evaluate, this.#ofNow())?.[0] === false;
    });
  }

  /**
   * The question at which a constraint is named: the first within it that the person sees, or of
   * the form where it is about what nobody sees. None while what it is about is disabled.
   */
  #placeOf({ item }: Constraint): string | undefined {
    const { answers, questionnaire } = this.#form;
    if (item && !answers.enabled.has(item.linkId)) return undefined;
    const firstSeen = (items: readonly QuestionnaireItem[] = []): string | undefined => {
      for (const each of items) {
        if (!answers.enabled.has(each.linkId) || isHidden(each)) continue;
        const found = isQuestion(each) ? each.linkId : firstSeen(each.item);
        if (found) return found;
      }
      return undefined;
    };
    return (item && firstSeen([item])) ?? firstSeen(questionnaire.item);
  }

  #answers(each: ItemExpressions, evaluate: Evaluate | undefined, of: Answered) {
    return asAnswers(each.item, this.#evaluate(each, evaluate, of) ?? []) satisfies AnswerValue[];
  }

  #ofNow(): Answered {
    const { answers } = this.#form;
    return this.#response(answers.enabled, answers.of);
  }

  #response(enabled: ReadonlySet<string>, answersOf: AnswersOf): Answered {
    const { questionnaire, canonical } = this.#form;
    const named = responseItems(questionnaire.item, enabled, answersOf, (linkId) => linkId);
    // A copy: FHIRPath notes types in what it is given.
    const item = structuredClone(named);
    const at = new Map<string, ResponseItem>();
    for (const each of answeredItems(item)) {
      at.set(each.linkId, each);
      each.linkId = original(each.linkId);
    }
    return {
      response: {
        resourceType: 'QuestionnaireResponse',
        questionnaire: canonical,
        status: 'in-progress',
        item,
      },
      at,
    };
  }

  /** Undefined when it cannot be evaluated, for example for a `%name` that nobody gives. */
  #evaluate(
    { item, variables }: Scope,
    evaluate: Evaluate | undefined,
    { response, at }: Answered,
  ): unknown[] | undefined {
    if (!evaluate) return undefined;
    const contextOf = (of: QuestionnaireItem | undefined) =>
      of ? (at.get(of.linkId) ?? { linkId: original(of.linkId) }) : response;
    const context = contextOf(item);
    // `%context` is the library's own: only there `answer.value` finds a `valueInteger`.
    let known: Variables = {
      resource: response,
      // As its author wrote them: copies are ours alone.
      questionnaire: this.#form.instrument.questionnaire,
      qitem: item && this.#written.get(original(item.linkId)),
    };
    try {
      for (const { name, item: of, evaluate: find } of variables)
        known = {
          ...known,
          // A variable looks out from where it stands, not from where it is asked for.
          [name]: find(contextOf(of), { ...known, qitem: of }),
        };
      return plain(evaluate(context, known));
    } catch {
      return undefined;
    }
  }
}
