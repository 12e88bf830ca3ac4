import { say } from './words.js';

const views = ['today', 'team', 'groups', 'progress', 'plan'];

function current(): string {
  const name = location.hash.replace('#/', '');
  return views.includes(name) ? name : 'today';
}

/** In the language of the page. */
export function writeTitle(): void {
  document.title = `${say(`title-${current()}`)} · Harbor`;
}

/** Shows the view that the address names, `#/today` when it names none. */
export function followAddress(): void {
  const show = (moveFocus: boolean) => {
    const name = current();
    for (const view of document.querySelectorAll<HTMLElement>('.view')) {
      view.hidden = view.id !== name;
      if (!view.hidden && moveFocus) {
        view.focus({ preventScroll: true });
        scrollTo(0, 0);
      }
    }
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.nav > a')) {
      link.ariaCurrent = link.hash === `#/${name}` ? 'page' : null;
    }
    writeTitle();
  };
  addEventListener('hashchange', () => show(true));
  // The address names a view, so the link past the navigation moves the focus itself.
  document.querySelector('.skip')!.addEventListener('click', (event) => {
    event.preventDefault();
    document.querySelector<HTMLElement>('.view:not([hidden])')!.focus();
  });
  show(false);
}
