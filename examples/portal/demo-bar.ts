/** What an evaluator chose. It lives in the address, so that each tab can be somebody else. */
export interface DemoSettings {
  brand: string;
  lang: string;
  density: string;
  as: string;
  network: string;
}

const defaults: DemoSettings = {
  brand: 'blue',
  lang: navigator.language.startsWith('es') ? 'es' : 'en',
  density: 'comfortable',
  as: 'jordan',
  network: 'fine',
};

/** Fills the bar from the address and calls `apply` now and after each change. */
export function demoBar(apply: (settings: DemoSettings) => void, reset: () => Promise<void>): void {
  const details = document.querySelector<HTMLDetailsElement>('.demo')!;
  const form = details.querySelector<HTMLFormElement>('form')!;
  const address = new URL(location.href);
  const settings = { ...defaults };
  for (const name of Object.keys(defaults) as (keyof DemoSettings)[]) {
    const select = form.elements.namedItem(name) as HTMLSelectElement;
    select.value = address.searchParams.get(name) ?? defaults[name];
    if (select.selectedIndex < 0) select.value = defaults[name];
    settings[name] = select.value;
  }
  form.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLSelectElement)) return;
    const name = target.name as keyof DemoSettings;
    settings[name] = target.value;
    const next = new URL(location.href);
    if (target.value === defaults[name]) next.searchParams.delete(name);
    else next.searchParams.set(name, target.value);
    history.replaceState(null, '', next);
    apply(settings);
  });
  form.querySelector('.demo-reset')!.addEventListener('click', () => void reset());
  details.open = matchMedia('(min-width: 64rem)').matches;
  apply(settings);
}
