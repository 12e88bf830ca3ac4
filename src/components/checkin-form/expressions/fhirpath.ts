import fhirpath from 'fhirpath';
import r4 from 'fhirpath/fhir-context/r4';

/** Values to which an expression may refer as `%name`. */
export type Variables = Readonly<Record<string, unknown>>;

/** What an expression finds, as `variables` of a further expression take it. */
export type Evaluate = (context: unknown, variables: Variables) => readonly unknown[];

/**
 * Compiles FHIRPath for FHIR R4.
 * @param base Where its context stands in a resource, for example `QuestionnaireResponse.item`.
 * @throws When it cannot be parsed.
 * @see https://hl7.org/fhirpath/
 */
export function compile(base: string, expression: string): Evaluate {
  const run = fhirpath.compile({ base, expression }, r4, {
    resolveInternalTypes: false,
    // An author's `trace()` would write answers to the console, which others read along.
    traceFn: () => {},
  });
  return (context, variables) => {
    const found: unknown = run(context, { ...variables });
    return Array.isArray(found) ? (found as unknown[]) : [];
  };
}

/** What was found, as plain JSON values. */
export function plain(found: readonly unknown[]): unknown[] {
  return fhirpath.resolveInternalTypes(found) as unknown[];
}
