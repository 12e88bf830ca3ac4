export function button(words: string, kind: string, act: () => void): HTMLButtonElement {
  const made = node('button', kind, words) as HTMLButtonElement;
  made.type = 'button';
  made.addEventListener('click', act);
  return made;
}

function node(tag: string, kind: string, words = ''): HTMLElement {
  const made = document.createElement(tag);
  if (kind) made.className = kind;
  made.textContent = words;
  return made;
}
