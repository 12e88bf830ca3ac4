import * as z from 'zod/mini';
import type { PlacedRoute } from './api.js';
import { components } from './components.js';

export type Json = Record<string, unknown>;

export const ref = (section: string, name: string) => ({ $ref: `#/components/${section}/${name}` });

/** JSON Schemas of everything that travels, made together so that they refer to each other. */
export class JsonSchemas {
  readonly #made: Record<string, Json>;
  /** Name under which each schema was made: its own, or that of the first place it travels to. */
  readonly #ids = new Map<z.ZodMiniType, string>();
  readonly #places: ReadonlyMap<string, z.ZodMiniType | undefined>;

  constructor(placed: readonly PlacedRoute[]) {
    this.#places = new Map(placed.flatMap(travelling));
    for (const [id, schema] of [...Object.entries(components), ...this.#places])
      if (schema && !this.#ids.has(schema)) this.#ids.set(schema, id);
    const registry = z.registry<{ id: string }>();
    for (const [schema, id] of this.#ids) registry.add(schema, { id });
    const { schemas } = z.toJSONSchema(registry, {
      uri: (id) => ref('schemas', id).$ref,
      // As it is sent: an answer with more fields fits.
      io: 'input',
      unrepresentable: 'any',
    });
    this.#made = schemas;
    for (const schema of Object.values(this.#made)) {
      delete schema['$schema'];
      delete schema['$id'];
    }
  }

  /** Those with names of their own. */
  get named(): Json {
    return Object.fromEntries(Object.keys(components).map((id) => [id, this.#made[id]]));
  }

  /** A reference to a named schema, or the schema itself; undefined when nothing travels there. */
  of(place: string): Json | undefined {
    const schema = this.#places.get(place);
    const id = schema && this.#ids.get(schema);
    if (id === undefined) return undefined;
    return id in components ? ref('schemas', id) : this.#made[id];
  }
}

/** What travels for a call, each with the name of its place. */
function travelling({ operation, route }: PlacedRoute): [string, z.ZodMiniType | undefined][] {
  const isQuery = route.method === 'GET';
  return [
    [`${operation} body`, route.body ?? (isQuery ? undefined : route.options)],
    [`${operation} query`, isQuery ? route.options : undefined],
    [`${operation} answer`, route.answer],
  ];
}
