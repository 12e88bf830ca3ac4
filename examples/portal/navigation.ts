/** Titles and addresses name the page, never what a person is here for. */
const titles: Record<string, string> = {
  today: 'Today',
  team: 'Team',
  groups: 'Sessions',
  progress: 'Overview',
  plan: 'Plan',
};

/** Shows the view that the address names, `#/today` when it names none. */
export function followAddress(): void {
  const show = (moveFocus: boolean) => {
    const name = location.hash.replace('#/', '');
    const current = titles[name] ? name : 'today';
    for (const view of document.querySelectorAll<HTMLElement>('.view')) {
      view.hidden = view.id !== current;
      if (!view.hidden && moveFocus) {
        view.focus({ preventScroll: true });
        scrollTo(0, 0);
      }
    }
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.nav > a')) {
      link.ariaCurrent = link.hash === `#/${current}` ? 'page' : null;
    }
    document.title = `${titles[current]} · Harbor`;
  };
  addEventListener('hashchange', () => show(true));
  show(false);
}
