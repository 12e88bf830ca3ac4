import { ContextRoot, createContext } from '@lit/context';
import type { Backend } from '../../client/backend.js';
import type { Session } from '../../client/model/session.js';

/** The backend for everything below a provider. Named globally, so that two versions can share it. */
export const backendContext = createContext<Backend | undefined>(Symbol.for('wayfellow:backend'));

/** Who is signed in: undefined while it is not known, null when nobody is. */
export const sessionContext = createContext<Session | null | undefined>(
  Symbol.for('wayfellow:session'),
);

/** BCP 47 language around a provider. Our own elements follow the nearest `lang`, as HTML does. */
export const localeContext = createContext<string>(Symbol.for('wayfellow:locale'));

/** Theme set on a provider; undefined: the page's own `color-scheme`, which is inherited by CSS. */
export const themeContext = createContext<'light' | 'dark' | 'auto' | undefined>(
  Symbol.for('wayfellow:theme'),
);

let root: ContextRoot | undefined;

/**
 * Lets an element find a provider that is defined after it, which is usual when each element comes
 * as its own file. Once a page is enough.
 */
export function rememberContextRequests(): void {
  if (root || typeof document === 'undefined') return;
  root = new ContextRoot();
  root.attach(document.documentElement);
}
