import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Other languages of an element, each loaded when a page needs it. Keys are BCP 47 languages. */
export type Translations<Strings> = Readonly<
  Record<string, () => Strings | Promise<{ readonly default: Strings }>>
>;

/** All elements share one observer of the page's `lang` attributes. */
const listeners = new Set<() => void>();
let observer: MutationObserver | undefined;

function onLangChange(listener: () => void): () => void {
  observer ??= new MutationObserver(() => listeners.forEach((l) => l()));
  if (listeners.size === 0)
    observer.observe(document, { subtree: true, attributes: true, attributeFilter: ['lang'] });
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) observer?.disconnect();
  };
}

/** The `lang` of the nearest element that has one, through shadow roots; `en` when none has. */
export function nearestLang(element: Element): string {
  for (let at: Element | null = element; at;) {
    const found: Element | null = at.closest('[lang]:not([lang=""])');
    if (found) return found.getAttribute('lang') ?? 'en';
    const root: Node = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return 'en';
}

/** Building a format takes far longer than using it, and a long list shows thousands of dates. */
const dateFormats = new Map<string, Intl.DateTimeFormat>();
const numberFormats = new Map<string, Intl.NumberFormat>();

/** The words and formats of an element in the language of the page around it. */
export class LocalizeController<Strings> implements ReactiveController {
  /** BCP 47 tag of the page, or `en` when there are no words for it; formats follow it. */
  locale = 'en';
  /** The words; English until another language has arrived. */
  t: Strings;
  /** BCP 47 tag of the page, whether there are words for it or not. */
  pageLocale = 'en';
  /** Another language is on its way: show a skeleton, not English that changes under the reader. */
  pending = false;

  readonly #host: ReactiveControllerHost & Element;
  readonly #english: Strings;
  readonly #translations: Translations<Strings>;
  #unsubscribe: (() => void) | undefined;

  constructor(
    host: ReactiveControllerHost & Element,
    english: Strings,
    translations: Translations<Strings>,
  ) {
    this.#host = host;
    this.t = this.#english = english;
    this.#translations = translations;
    host.addController(this);
  }

  hostConnected(): void {
    this.#unsubscribe = onLangChange(this.#update);
    this.#update();
  }

  hostUpdated(): void {
    // What is drawn says which language it is in, for the page may be in another.
    for (const drawn of this.#host.shadowRoot?.children ?? [])
      if ((drawn as HTMLElement).lang !== this.locale) (drawn as HTMLElement).lang = this.locale;
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
  }

  number(value: number, options?: Intl.NumberFormatOptions): string {
    const key = this.locale + (options ? JSON.stringify(options) : '');
    let format = numberFormats.get(key);
    if (!format) numberFormats.set(key, (format = new Intl.NumberFormat(this.locale, options)));
    return format.format(value);
  }

  /** An instant, by default as date and time in the reader's zone. */
  dateTime(at: Date | string, options: Intl.DateTimeFormatOptions): string {
    const key = this.locale + JSON.stringify(options);
    let format = dateFormats.get(key);
    if (!format) dateFormats.set(key, (format = new Intl.DateTimeFormat(this.locale, options)));
    return format.format(new Date(at));
  }

  /** A local date such as `2026-11-24`, in no zone: the day stays the day. */
  date(date: string, options: Intl.DateTimeFormatOptions = { dateStyle: 'medium' }): string {
    return this.dateTime(`${date}T00:00:00Z`, { ...options, timeZone: 'UTC' });
  }

  /** "Anxiety, parents and night shifts". */
  list(items: readonly string[]): string {
    return new Intl.ListFormat(this.locale, { type: 'conjunction' }).format(items);
  }

  /** Picks by CLDR plural category; `other` is the fallback. */
  plural(count: number, forms: { one?: string; other: string }): string {
    const form = new Intl.PluralRules(this.locale).select(count);
    return (form === 'one' && forms.one ? forms.one : forms.other).replace(
      '{n}',
      this.number(count),
    );
  }

  readonly #update = () => {
    let wanted = 'en';
    try {
      wanted = new Intl.Locale(nearestLang(this.#host)).toString();
    } catch {
      // Not a language.
    }
    if (wanted === this.pageLocale) return;
    this.pageLocale = wanted;
    void this.#load(wanted);
  };

  async #load(wanted: string): Promise<void> {
    const language = wanted.split('-', 1)[0] ?? '';
    const load = this.#translations[wanted] ?? this.#translations[language];
    // No words in that language: English ones, and English dates and numbers among them.
    this.locale = load || language === 'en' ? wanted : 'en';
    const loaded = load?.() ?? this.#english;
    this.pending = loaded instanceof Promise;
    this.#host.requestUpdate();
    if (!(loaded instanceof Promise)) {
      this.t = loaded;
      return;
    }
    // English words are better than none when the file cannot be fetched.
    const strings = await loaded.catch(() => undefined);
    if (wanted !== this.pageLocale) return;
    if (!strings) this.locale = 'en';
    this.t = strings?.default ?? this.#english;
    this.pending = false;
    this.#host.requestUpdate();
  }
}
