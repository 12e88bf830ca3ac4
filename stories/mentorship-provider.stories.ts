import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { expect, waitFor } from 'storybook/test';
import '../src/components/mentor-card/define.js';
import '../src/components/mentorship-provider/define.js';

interface Args {
  backend: string;
  persona: string;
  theme: string;
  density: string;
  locale: string;
}

/** The provider draws nothing; a mentor card shows what it gives. */
const meta: Meta<Args> = {
  title: 'Elements/mentorship-provider',
  component: 'mentorship-provider',
  args: { backend: 'embedded', persona: '', theme: '', density: '', locale: '' },
  argTypes: {
    backend: { control: 'text' },
    persona: { control: 'select', options: ['', 'jordan', 'sam', 'maya'] },
    theme: { control: 'inline-radio', options: ['', 'light', 'dark', 'auto'] },
    density: { control: 'inline-radio', options: ['', 'comfortable', 'compact'] },
    locale: { control: 'inline-radio', options: ['', 'en', 'es'] },
  },
  render: ({ backend, persona, theme, density, locale }): TemplateResult =>
    html`<mentorship-provider
      backend=${backend}
      persona=${persona || nothing}
      theme=${theme || nothing}
      density=${density || nothing}
      locale=${locale || nothing}
    >
      <mentor-card mentor-id="maya"></mentor-card>
    </mentorship-provider>`,
};
export default meta;
type Story = StoryObj<Args>;

const shows = (words: string): NonNullable<Story['play']> =>
  async function play({ canvasElement }) {
    const card = canvasElement.querySelector('mentor-card');
    await waitFor(() => expect(card?.shadowRoot?.textContent).toContain(words), { timeout: 5000 });
  };

export const FromAttributes: Story = { play: shows('More about Maya') };
export const InSpanish: Story = { args: { locale: 'es' }, play: shows('Más sobre Maya') };
export const Dark: Story = { args: { theme: 'dark' }, play: shows('More about Maya') };
export const Compact: Story = { args: { density: 'compact' }, play: shows('More about Maya') };
