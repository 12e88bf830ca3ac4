import type { Person, Role } from '../../../model/person.js';

export type PersonRow = readonly [id: string, name: string, role: Role, alias?: string];

/** Those whom a designer can be. Apart from the rest of the seed, which is loaded when needed. */
export const PERSONAS: readonly PersonRow[] = [
  ['jordan', 'Jordan', 'participant', 'River'],
  ['sam', 'Sam', 'participant', 'Juniper'],
  ['alex', 'Alex', 'participant', 'Aspen'],
  ['maya', 'Maya', 'mentor'],
  ['dr-okafor', 'Dr. Okafor', 'clinician'],
  ['luis', 'Luis', 'facilitator'],
];

export const personas: readonly Person[] = PERSONAS.map(([id, name, role]) => ({ id, name, role }));
