import type { PropertyDeclaration, ReactiveElement } from 'lit';

type Decorator = (prototype: object, name: PropertyKey) => void;

/**
 * Lit's `@property` for the decorators that we compile to. Lit's own also brings those of the
 * standard, and with them 0.4 kB to every page.
 */
export const property =
  (options?: PropertyDeclaration): Decorator =>
  (prototype, name) => {
    (prototype.constructor as typeof ReactiveElement).createProperty(name, options);
    // Where the class has an accessor of its own, Lit has just wrapped it.
    return Object.getOwnPropertyDescriptor(prototype, name);
  };

/** Lit's `@state`: a change renders, and no attribute stands for it. */
export const state = (): Decorator => property({ state: true, attribute: false });
