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

/** What differs between the demonstration with a server and the one without. */
export interface Demo {
  /** Whether a network can be chosen that is slow or down. */
  readonly hasNetworks: boolean;
  /** Signs in whom the evaluator chose. */
  apply(settings: DemoSettings): void;
  startOver(): Promise<void>;
}

/** Fills the bar from the address and applies it now and after each change. */
export function demoBar(demo: Demo, show: (settings: DemoSettings) => void): void {
  const apply = (settings: DemoSettings) => {
    demo.apply(settings);
    show(settings);
  };
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
  form.querySelector('.demo-reset')!.addEventListener('click', () => void demo.startOver());
  form.querySelector<HTMLElement>('.demo-network')!.hidden = !demo.hasNetworks;
  details.open = matchMedia('(min-width: 64rem)').matches;
  apply(settings);
}
