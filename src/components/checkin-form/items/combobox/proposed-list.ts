/** So many choices are drawn at a time; more follow as the list is scrolled. */
const DRAWN = 50;

/** The list below a combobox: what it proposes, where one is in it, and where it has room. */
export class ProposedList {
  isOpen = false;
  /** Above the field, where there is more room. */
  isUp = false;
  /** Pixels of height that there are for it. */
  room = 300;
  /** Indexes of the choices that fit. */
  found: readonly number[] = [];
  /** How many of them are drawn. */
  drawn = DRAWN;
  /** Index of the choice that Enter would take; -1: none. */
  active = -1;

  open(found: readonly number[], field: Element | null): void {
    this.found = found;
    this.active = -1;
    this.drawn = DRAWN;
    if (this.isOpen) return;
    this.isOpen = true;
    const place = field?.getBoundingClientRect();
    if (!place) return;
    const [above, below] = [place.top, (visualViewport?.height ?? innerHeight) - place.bottom];
    this.isUp = below < 200 && above > below;
    this.room = Math.max(120, Math.round((this.isUp ? above : below) - 12));
  }

  close(): void {
    this.isOpen = false;
    this.active = -1;
  }

  /** Down or up, round the ends; from nowhere to what is chosen, where there is such a choice. */
  move(by: 1 | -1, isChosen: (index: number) => boolean): void {
    const { length } = this.found;
    if (!length) return;
    const at = this.found.indexOf(this.active);
    const chosen = at < 0 ? this.found.findIndex(isChosen) : -1;
    const next = chosen >= 0 ? chosen : at < 0 && by < 0 ? length - 1 : (at + by + length) % length;
    this.active = this.found[next] ?? -1;
    this.drawn = Math.max(this.drawn, next + 1);
  }

  /** To a choice in a list that holds all of them. */
  goTo(index: number): void {
    this.active = index;
    this.drawn = Math.max(this.drawn, index + 1);
  }

  /** @returns Whether there was more. */
  drawMore(): boolean {
    if (this.drawn >= this.found.length) return false;
    this.drawn += DRAWN;
    return true;
  }
}
