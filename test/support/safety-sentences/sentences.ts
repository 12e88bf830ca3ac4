/** Sentences of one language by what they are, and of which kind. */
export interface Sentences {
  /** Somebody should offer help. */
  readonly risk: Readonly<Record<string, readonly string[]>>;
  /** Nobody is in danger by these words. */
  readonly none: Readonly<Record<string, readonly string[]>>;
}

/** Every third sentence of each kind is held out: the rules are not tuned on it. */
export const isHeldOut = (index: number) => index % 3 === 2;

/** How the rules do on some of the sentences. */
export interface Rates {
  readonly risk: number;
  readonly none: number;
  /** Risk that was not noticed. */
  readonly missed: readonly string[];
  /** Noticed where there was none. */
  readonly mistaken: readonly string[];
}

export function ratesOf(
  { risk, none }: Sentences,
  notices: (text: string) => boolean,
  counts: (index: number) => boolean,
): Rates {
  const chosen = (kinds: Sentences['risk']) =>
    Object.values(kinds).flatMap((texts) => texts.filter((_, index) => counts(index)));
  const [risky, harmless] = [chosen(risk), chosen(none)];
  return {
    risk: risky.length,
    none: harmless.length,
    missed: risky.filter((text) => !notices(text)),
    mistaken: harmless.filter(notices),
  };
}
