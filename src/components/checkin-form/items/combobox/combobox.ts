import { noChange } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive, type ChildPart, type PartInfo } from 'lit/directive.js';
import type { AnswerValue } from '../../../../client/model/questionnaire.js';
import { isSameAnswer, plainAnswer } from '../../../../client/model/questionnaire-response.js';
import { fill } from '../../../shared/fill.js';
import { labels, withPicked, type Choice } from '../choice.js';
import type { Control, Question } from '../question.js';
import { comboboxStrings } from './combobox.strings.js';
import { comboboxView, optionId } from './combobox-view.js';
import { ChoiceFinder } from './find-choices.js';
import { ProposedList } from './proposed-list.js';

/**
 * A field that finds among many choices as one types, by the WAI-ARIA pattern of an editable
 * combobox with a list. The list proposes and takes nothing by itself. Where one's own words are
 * welcome they stay; where several answers are, each stands above the field and can be taken away.
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
class ComboboxDirective extends AsyncDirective {
  #q!: Question;
  #choices: readonly Choice[] = [];
  #finder = new ChoiceFinder([]);
  #typed = '';
  readonly #list = new ProposedList();
  #note = '';
  #news = '';
  readonly #part: ChildPart;

  constructor(part: PartInfo) {
    super(part);
    this.#part = part as ChildPart;
  }

  render(_q: Question): unknown {
    return noChange;
  }

  override update(_part: ChildPart, [q]: [Question]): unknown {
    const last = this.#q as Question | undefined;
    this.#q = q;
    if (last?.item !== q.item || last.view.localize.locale !== q.view.localize.locale) {
      this.#choices = labels(q);
      this.#finder = new ChoiceFinder(this.#choices.map(([, words]) => words));
      this.#typed = this.#given;
    } else if (last.values !== q.values && !q.item.repeats) this.#typed = this.#given;
    return this.#view();
  }

  get #isMany(): boolean {
    return this.#q.item.repeats === true;
  }

  get #takesOwn(): boolean {
    return this.#q.item.type === 'open-choice';
  }

  /** The answer in words, as it stands in the field. */
  get #given(): string {
    const [value] = this.#q.values;
    return value && !this.#isMany ? this.#wordsOf(value) : '';
  }

  #wordsOf(value: AnswerValue): string {
    return (
      this.#choices.find(([choice]) => isSameAnswer(choice, value))?.[1] ??
      (this.#q.words(value.valueCoding, 'display') || String(plainAnswer(value) ?? ''))
    );
  }

  #isChosen(index: number): boolean {
    const choice = this.#choices[index];
    return choice !== undefined && this.#q.values.some((value) => isSameAnswer(value, choice[0]));
  }

  #view(): unknown {
    const { repeats } = this.#q.item;
    return comboboxView(
      {
        q: this.#q,
        words: comboboxStrings(this.#q.view.localize.locale),
        typed: this.#typed,
        list: this.#list,
        nameOf: (index) => this.#choices[index]?.[1] ?? '',
        isChosen: (index) => this.#isChosen(index),
        chips: repeats ? this.#q.values.map((value) => this.#wordsOf(value)) : undefined,
        note: this.#note,
        news: this.#news,
      },
      this.#handlers,
    );
  }

  #draw(): void {
    this.setValue(this.#view());
  }

  get #field(): HTMLInputElement | null {
    const root = this.#part.parentNode.getRootNode() as ShadowRoot;
    return root.querySelector<HTMLInputElement>(`#${this.#q.id}`);
  }

  readonly #handlers = {
    onInput: ({ target }: Event) => {
      this.#typed = (target as HTMLInputElement).value;
      this.#note = '';
      this.#open(this.#typed);
      if (this.#isMany) return this.#draw();
      const own = this.#typed.trim();
      if (!own) this.#q.put();
      else if (this.#takesOwn) this.#q.put({ valueString: this.#typed });
      this.#draw();
    },
    onKey: (event: KeyboardEvent) => {
      if (event.isComposing || this.#q.item.readOnly || !this.#key(event)) return;
      event.preventDefault();
      // What surrounds the form has the same keys.
      event.stopPropagation();
    },
    onOpener: () => {
      this.#field?.focus();
      if (this.#list.isOpen) this.#close();
      else this.#openAll();
    },
    onField: () => {
      if (!this.#list.isOpen && !this.#q.item.readOnly) this.#openAll();
    },
    onLeave: ({ relatedTarget, currentTarget }: FocusEvent) => {
      if (!(currentTarget as Element).contains(relatedTarget as Node | null)) this.#settle();
    },
    onPick: (index: number) => this.#pick(index),
    onRemove: (at: number) => {
      const values = this.#q.values.filter((_, i) => i !== at);
      const name = this.#wordsOf(this.#q.values[at] ?? {});
      this.#say('removed', name);
      this.#q.put(...values);
      this.#field?.focus();
    },
    onScroll: ({ currentTarget }: Event) => {
      const { scrollTop, clientHeight, scrollHeight } = currentTarget as Element;
      if (scrollTop + 2 * clientHeight >= scrollHeight && this.#list.drawMore()) this.#draw();
    },
  };

  /** @returns Whether the key was for the list. */
  #key({ key, altKey }: KeyboardEvent): boolean {
    switch (key) {
      case 'ArrowDown':
      case 'ArrowUp':
        if (altKey && key === 'ArrowUp') return this.#list.isOpen && this.#close();
        if (!this.#list.isOpen) this.#openAll();
        if (!altKey) this.#move(key === 'ArrowDown' ? 1 : -1);
        return true;
      case 'Enter':
        if (this.#list.isOpen && this.#list.active >= 0) return this.#pick(this.#list.active);
        if (!this.#list.isOpen && !(this.#isMany && this.#typed)) return false;
        this.#settle();
        return true;
      case 'Escape':
        if (this.#list.isOpen) return this.#close();
        return this.#typed !== '' && this.#empty();
      case 'Tab':
        // What was gone to is taken along; the focus goes on as it would.
        if (this.#list.isOpen && this.#list.active >= 0) this.#pick(this.#list.active);
        return false;
      default:
        // Home, End and the like move in the text.
        if (this.#list.active >= 0 && /^(?:Home|End|Arrow(?:Left|Right))$/.test(key)) {
          this.#list.active = -1;
          this.#draw();
        }
        return false;
    }
  }

  #openAll(): void {
    // What is chosen does not narrow the list down to itself.
    this.#open(this.#typed === this.#given ? '' : this.#typed);
    this.#draw();
  }

  #open(search: string): void {
    const found = this.#finder.find(search);
    const { view } = this.#q;
    const words = comboboxStrings(view.localize.locale);
    this.#news = found.length
      ? view.localize.plural(found.length, words.matches)
      : this.#takesOwn
        ? words.noMatchOwn
        : words.noMatch;
    this.#list.open(found, this.#field);
  }

  #close(): true {
    this.#list.close();
    this.#news = '';
    this.#draw();
    return true;
  }

  #move(by: 1 | -1): void {
    this.#list.move(by, (index) => this.#isChosen(index));
    this.#draw();
    this.#show();
  }

  #show(): void {
    const option = this.#field?.parentElement?.querySelector(
      `#${optionId(this.#q.id, this.#list.active)}`,
    );
    option?.scrollIntoView({ block: 'nearest' });
  }

  #pick(index: number): true {
    const choice = this.#choices[index];
    if (!choice) return true;
    const [value, words] = choice;
    this.#note = '';
    if (!this.#isMany) {
      this.#typed = words;
      this.#close();
      this.#q.put(value);
      return true;
    }
    const isOff = this.#isChosen(index);
    this.#typed = '';
    this.#open('');
    this.#list.goTo(index);
    this.#say(isOff ? 'removed' : 'added', words);
    this.#q.put(...withPicked(this.#q.values, this.#choices, choice, !isOff));
    this.#show();
    return true;
  }

  /** Whoever goes on leaves an answer or none: half a word is no choice. */
  #settle(): void {
    const typed = this.#typed.trim();
    const isGiven = typed === this.#given.trim();
    const index = isGiven && !this.#takesOwn ? -1 : this.#finder.exactly(typed);
    this.#close();
    if (index >= 0 && !this.#isChosen(index)) {
      this.#pick(index);
      this.#close();
    } else if (this.#isMany && this.#takesOwn && typed && index < 0) {
      this.#typed = '';
      this.#say('added', typed);
      this.#q.put(...withPicked(this.#q.values, this.#choices, [{ valueString: typed }], true));
    } else if (typed && (this.#isMany || (!isGiven && !this.#takesOwn))) {
      const { notListed } = comboboxStrings(this.#q.view.localize.locale);
      this.#note = index < 0 ? fill(notListed, { words: typed }) : '';
      this.#typed = this.#given;
      this.#draw();
    }
  }

  #empty(): true {
    this.#typed = '';
    if (!this.#isMany) this.#q.put();
    this.#draw();
    return true;
  }

  #say(what: 'added' | 'removed', name: string): void {
    this.#news = fill(comboboxStrings(this.#q.view.localize.locale)[what], { name });
    this.#draw();
  }
}

const drawCombobox = directive(ComboboxDirective);

/** One or several of many, found by typing. */
export const combobox: Control = { field: true, draw: (q) => drawCombobox(q) };

export { comboboxStyles } from './combobox.styles.js';
