import type {
  Extension,
  Questionnaire,
  QuestionnaireItem,
} from '../../../client/model/questionnaire.js';
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
  /** Whether it only asks to look again, and keeps nobody from sending. */
  readonly isWarning: boolean;
  /** Says it to the person, with translations. */
  readonly human: Extension | undefined;
  readonly evaluate: Evaluate;
}

/** What was read, and what cannot be used. */
export interface ExpressionsRead {
  readonly items: readonly ItemExpressions[];
  readonly constraints: readonly Constraint[];
  readonly faults: readonly QuestionnaireFault[];
}

/** Names that are there without anybody giving them. */
const GIVEN =
  /^(?:resource|rootResource|context|questionnaire|qitem|factory|ucum|sct|loinc|terminologies|vs-.*|ext-.*)$/;

/** Names that an expression refers to and that mean nothing where it stands. */
function strangers(expression: string, around: readonly Variable[]): string[] {
  const code = expression.replace(/'(?:[^'\\]|\\.)*'|\/\/.*|\/\*[^]*?\*\//g, ' ');
  const names = [...code.matchAll(/%(?:`([^`]*)`|([a-z_]\w*))/gi)].map(
    ([, quoted, plain = '']) => quoted ?? plain,
  );
  return [...new Set(names)].filter(
    (name) => !GIVEN.test(name) && !around.some((variable) => variable.name === name),
  );
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

  const compiled = (
    path: string,
    base: string,
    value: unknown,
    around: readonly Variable[],
  ): Evaluate | undefined => {
    const { language, expression } = (value ?? {}) as Record<string, unknown>;
    const refuse = (code: QuestionnaireFault['code'], message: string) =>
      void faults.push({ code, path, message });
    if (language !== undefined && language !== 'text/fhirpath')
      return refuse('unsupported', `is in ${JSON.stringify(language)}, which is not evaluated`);
    if (typeof expression !== 'string') return refuse('invalid', 'has no expression');
    try {
      const evaluate = compile(base, expression);
      for (const name of strangers(expression, around))
        refuse('unsupported', `refers to %${name}, which nobody gives`);
      return evaluate;
    } catch {
      return refuse('invalid', 'is not FHIRPath');
    }
  };

  const variablesOf = (
    at: string,
    extensions: readonly Extension[] = [],
    around: readonly Variable[] = [],
    item?: QuestionnaireItem,
  ) => {
    const all = [...around];
    for (const { url, valueExpression: value } of extensions) {
      if (url !== VARIABLE) continue;
      const { name } = (value ?? {}) as { name?: unknown };
      const evaluate = compiled(`${at}.variable`, item ? ITEM : ROOT, value, all);
      if (evaluate && typeof name === 'string') all.push({ name, item, evaluate });
    }
    return all;
  };

  const readConstraints = (extensions: readonly Extension[] = [], at: string, scope: Scope) => {
    for (const { url, extension } of extensions) {
      if (url !== CONSTRAINT) continue;
      const part = (name: string) => extension?.find((e) => e.url === name);
      const expression = part('expression')?.['valueString'];
      const base = scope.item ? ITEM : ROOT;
      const evaluate = compiled(`${at}.constraint`, base, { expression }, scope.variables);
      if (evaluate)
        constraints.push({
          ...scope,
          isWarning: part('severity')?.['valueCode'] === 'warning',
          evaluate,
          human: part('human'),
        });
    }
  };

  const visit = (list: readonly QuestionnaireItem[] = [], around: readonly Variable[]) => {
    for (const item of list) {
      const { linkId, extension } = item;
      const variables = variablesOf(linkId, extension, around, item);
      const expression = (name: string) => {
        const found = extension?.find(({ url }) => url === `${SDC}${name}Expression`);
        const path = `${linkId}.${name}Expression`;
        return found && compiled(path, ITEM, found['valueExpression'], variables);
      };
      items.push({
        item,
        variables,
        calculated: expression('calculated'),
        initial: expression('initial'),
        enableWhen: expression('enableWhen'),
        answer: expression('answer'),
      });
      readConstraints(extension, linkId, { item, variables });
      visit(item.item, variables);
    }
  };

  const { item, extension } = questionnaire;
  const variables = variablesOf('questionnaire', extension);
  readConstraints(extension, 'questionnaire', { item: undefined, variables });
  visit(item, variables);
  return { items, constraints, faults };
}
