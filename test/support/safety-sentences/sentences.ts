/** Sentences of one language by what they are, and of which kind. */
export interface Sentences {
  /** Somebody should offer help. */
  readonly risk: Readonly<Record<string, readonly string[]>>;
  /** Nobody is in danger by these words. */
  readonly none: Readonly<Record<string, readonly string[]>>;
}

/** How the rules do on some of the sentences. */
export interface Rates {
  readonly risk: number;
  readonly none: number;
  /** Risk that was not noticed. */
  readonly missed: readonly string[];
  /** Noticed where there was none. */
  readonly mistaken: readonly string[];
}

export function ratesOf(lists: readonly Sentences[], notices: (text: string) => boolean): Rates {
  const risk = lists.flatMap((list) => Object.values(list.risk).flat());
  const none = lists.flatMap((list) => Object.values(list.none).flat());
  return {
    risk: risk.length,
    none: none.length,
    missed: risk.filter((text) => !notices(text)),
    mistaken: none.filter(notices),
  };
}
