import { fingerprint } from './random.js';

/** A text that is another one as soon as anything in an answer is different; an entity tag's. */
export function versionOf(answer: unknown): string {
  return typeof answer === 'string' ? answer : fingerprint(answer);
}
