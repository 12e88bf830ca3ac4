/** Kept for the page: whoever turns single-key shortcuts off does so for a reason. */
let on = true;

/** Single keys for what is done most in a room, outside fields and without a modifier. */
export const shortcuts = {
  get on(): boolean {
    return on;
  },
  set on(wanted: boolean) {
    on = wanted;
  },

  /** Does what the key stands for, if it stands for anything. */
  run(event: KeyboardEvent, acts: Readonly<Record<string, () => void>>): void {
    const { key, target } = event;
    const inField = target instanceof Element && target.matches('input, select, textarea');
    if (!on || inField || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    const act = acts[key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  },
};
