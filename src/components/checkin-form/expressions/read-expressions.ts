import {
  allItems,
  type Extension,
  type Questionnaire,
  type QuestionnaireItem,
} from '../../../client/model/questionnaire.js';
import { isQuestion } from '../../../client/model/questions.js';
import type { QuestionnaireFault } from '../read-questionnaire.js';
import { compile, type Evaluate } from './fhirpath.js';
import { CONSTRAINT, SDC, VARIABLE } from './uses-expressions.js';

/** A value that later expressions refer to as `%name`. */
export interface Variable {
  readonly name: string;
  /** Where it stands; without one, in the questionnaire itself. */
  readonly item: QuestionnaireItem | undefined;
  readonly evaluate: Evaluate;
}

/** Where an expression stands: in an item, or (without one) in the questionnaire itself. */
export interface Scope {
  readonly item: QuestionnaireItem | undefined;
  /** Outermost first. */
  readonly variables: readonly Variable[];
}

export interface ItemExpressions extends Scope {
  readonly item: QuestionnaireItem;
  readonly calculated: Evaluate | undefined;
  readonly initial: Evaluate | undefined;
  readonly enableWhen: Evaluate | undefined;
  readonly answer: Evaluate | undefined;
}

/** A rule that answers must keep. */
export interface Constraint extends Scope {
  /** The question at which it is named when it is broken, by its linkId. */
  readonly place: string;
  /** Says it to the person. */
  readonly human: string;
  readonly evaluate: Evaluate;
}

/** What was read, and what cannot be used. */
export interface ExpressionsRead {
  readonly items: readonly ItemExpressions[];
  readonly constraints: readonly Constraint[];
  readonly faults: readonly QuestionnaireFault[];
}

const ROOT = 'QuestionnaireResponse';
const ITEM = 'QuestionnaireResponse.item';

/**
 * Compiles every expression of a questionnaire. One that cannot be used is named and left out.
 * @see https://hl7.org/fhir/uv/sdc/behavior.html
 */
export function readExpressions(questionnaire: Questionnaire): ExpressionsRead {
  const faults: QuestionnaireFault[] = [];
  const items: ItemExpressions[] = [];
  const constraints: Constraint[] = [];

  const compiled = (path: string, base: string, value: unknown): Evaluate | undefined => {
    const { language, expression } = (value ?? {}) as Record<string, unknown>;
    const refuse = (code: QuestionnaireFault['code'], message: string) =>
      void faults.push({ code, path, message });
    if (language !== undefined && language !== 'text/fhirpath')
      return refuse('unsupported', `is in ${JSON.stringify(language)}, which is not evaluated`);
    if (typeof expression !== 'string') return refuse('invalid', 'has no expression');
    try {
      return compile(base, expression);
    } catch {
      return refuse('invalid', 'is not FHIRPath');
    }
  };

  const variablesOf = (
    at: string,
    extensions: readonly Extension[] = [],
    item?: QuestionnaireItem,
  ) =>
    extensions.flatMap(({ url, valueExpression: value }): Variable[] => {
      if (url !== VARIABLE) return [];
      const { name } = (value ?? {}) as { name?: unknown };
      const evaluate = compiled(`${at}.variable`, item ? ITEM : ROOT, value);
      return evaluate && typeof name === 'string' ? [{ name, item, evaluate }] : [];
    });

  const readConstraints = (
    extensions: readonly Extension[] = [],
    at: string,
    scope: Scope,
    place = '',
  ) => {
    for (const { url, extension } of extensions) {
      if (url !== CONSTRAINT) continue;
      const part = (name: string) => extension?.find((e) => e.url === name);
      const human = part('human')?.['valueString'];
      const expression = part('expression')?.['valueString'];
      const evaluate = compiled(`${at}.constraint`, scope.item ? ITEM : ROOT, { expression });
      // A warning keeps nobody from sending.
      if (evaluate && part('severity')?.['valueCode'] !== 'warning')
        constraints.push({
          ...scope,
          place,
          evaluate,
          human: typeof human === 'string' ? human : '',
        });
    }
  };

  const firstQuestion = (list: readonly QuestionnaireItem[] = []) =>
    [...allItems(list)].find(({ item }) => isQuestion(item))?.item.linkId;

  const visit = (list: readonly QuestionnaireItem[] = [], around: readonly Variable[]) => {
    for (const item of list) {
      const { linkId, extension } = item;
      const variables = [...around, ...variablesOf(linkId, extension, item)];
      const expression = (name: string) => {
        const found = extension?.find(({ url }) => url === `${SDC}${name}Expression`);
        return found && compiled(`${linkId}.${name}Expression`, ITEM, found['valueExpression']);
      };
      items.push({
        item,
        variables,
        calculated: expression('calculated'),
        initial: expression('initial'),
        enableWhen: expression('enableWhen'),
        answer: expression('answer'),
      });
      readConstraints(extension, linkId, { item, variables }, firstQuestion([item]));
      visit(item.item, variables);
    }
  };

  const { item, extension } = questionnaire;
  const variables = variablesOf('questionnaire', extension);
  readConstraints(extension, 'questionnaire', { item: undefined, variables }, firstQuestion(item));
  visit(item, variables);
  return { items, constraints, faults };
}
