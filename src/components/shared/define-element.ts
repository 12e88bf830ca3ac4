import { VERSION } from '../../version.js';

const versions = new WeakMap<CustomElementConstructor, string>();
const VERSION_KEY = Symbol.for('wayfellow:version');

/**
 * Registers an element. Again with the same version: nothing happens. When another version of
 * Wayfellow (or somebody else) already has the name, that one stays and a warning names both.
 * @param prefix Put before the name, for a page on which the plain name is taken: `'wf-'`.
 */
export function defineElement(
  name: string,
  constructor: CustomElementConstructor,
  prefix = '',
): void {
  const tag = prefix + name;
  const existing = customElements.get(tag);
  if (existing) {
    const theirs = versions.get(existing) ?? (Reflect.get(existing, VERSION_KEY) as unknown);
    if (theirs !== VERSION)
      console.warn(
        `<${tag}> is already defined by ${typeof theirs === 'string' ? `wayfellow ${theirs}` : 'other code'}; ` +
          `wayfellow ${VERSION} leaves it alone. Use a prefix to have both.`,
      );
    return;
  }
  // A class can have one name only, so a further name gets a class of its own.
  const own = versions.has(constructor) ? class extends constructor {} : constructor;
  Object.defineProperty(own, VERSION_KEY, { value: VERSION });
  versions.set(constructor, VERSION);
  customElements.define(tag, own);
}
