import {
  setCustomElementsManifest,
  type Decorator,
  type Preview,
} from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import manifest from '../custom-elements.json' with { type: 'json' };
import '../src/components/mentorship-provider/define.js';

setCustomElementsManifest(manifest);

/** Puts each story in a page of the toolbar's choosing, as a host portal would. */
const inPortal: Decorator = (story, { globals }) => {
  const { theme, density, locale, direction, accent } = globals as Record<string, string>;
  const look = {
    colorScheme: theme,
    background: 'Canvas',
    color: 'CanvasText',
    padding: '1rem',
    ...(accent && { '--wf-accent': accent }),
  };
  return html`
    <div lang=${locale ?? nothing} dir=${direction ?? nothing} style=${styleMap(look)}>
      <mentorship-provider theme=${theme ?? nothing} density=${density ?? nothing}>
        ${story()}
      </mentorship-provider>
    </div>
  `;
};

const choice = <const Icon extends string>(
  title: string,
  icon: Icon,
  items: (string | { value: string; title: string })[],
) => ({
  description: title,
  toolbar: { title, icon, items, dynamicTitle: true },
});

const preview: Preview = {
  tags: ['autodocs'],
  decorators: [inPortal],
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error' },
    controls: { expanded: true },
  },
  initialGlobals: {
    theme: 'light',
    locale: 'en',
    direction: 'ltr',
    density: 'comfortable',
    accent: '',
  },
  globalTypes: {
    theme: choice('Theme', 'mirror', ['light', 'dark']),
    locale: choice('Language', 'globe', [
      { value: 'en', title: 'English' },
      { value: 'es', title: 'Español' },
    ]),
    direction: choice('Direction', 'transfer', ['ltr', 'rtl']),
    density: choice('Density', 'component', ['comfortable', 'compact']),
    accent: choice('Brand', 'paintbrush', [
      { value: '', title: 'Wayfellow' },
      { value: '#1d5fa8', title: 'Harbor blue' },
      { value: '#7a3e9d', title: 'Plum' },
      { value: '#9a3b26', title: 'Brick' },
      { value: '#3d6b2f', title: 'Moss' },
    ]),
  },
};

export default preview;
