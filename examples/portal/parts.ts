/** A row with somebody's initial, their name, some words, and what can be done. */
export function item(name: string, words: string, ...actions: HTMLElement[]): HTMLLIElement {
  const row = document.createElement('li');
  const initial = node('span', 'avatar tint-2', name.slice(0, 1));
  initial.ariaHidden = 'true';
  const text = node('p', '');
  text.append(node('b', '', name), node('span', 'soft', words));
  row.append(initial, text);
  if (actions.length > 0) {
    const buttons = node('p', 'row-buttons');
    buttons.append(...actions);
    row.append(buttons);
  }
  return row;
}

export function button(words: string, kind: string, act: () => void): HTMLButtonElement {
  const made = node('button', kind, words) as HTMLButtonElement;
  made.type = 'button';
  made.addEventListener('click', act);
  return made;
}

export function node(tag: string, kind: string, words = ''): HTMLElement {
  const made = document.createElement(tag);
  if (kind) made.className = kind;
  made.textContent = words;
  return made;
}
