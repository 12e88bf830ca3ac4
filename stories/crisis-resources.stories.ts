import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { EscalationPolicy } from '../src/client/model/safety.js';
import '../src/components/crisis-resources/define.js';
import type { CrisisResources } from '../src/components/crisis-resources/crisis-resources.js';

interface Args {
  region: string;
  variant: CrisisResources['variant'];
  policy?: EscalationPolicy;
}

const meta: Meta<Args> = {
  title: 'Elements/crisis-resources',
  component: 'crisis-resources',
  args: { region: 'US', variant: 'list' },
  argTypes: {
    region: {
      control: 'select',
      options: ['', 'US', 'CA', 'GB', 'IE', 'AU', 'NZ', 'MX', 'ES', 'DE'],
    },
    variant: { control: 'inline-radio', options: ['list', 'button'] },
    policy: { control: 'object' },
  },
  render: ({ region, variant, policy }): TemplateResult =>
    html`<crisis-resources
      region=${region || nothing}
      variant=${variant}
      .policy=${policy}
    ></crisis-resources>`,
};
export default meta;
type Story = StoryObj<Args>;

const hours = (weekdays: number[], from: number, to: number) =>
  weekdays.map((weekday) => ({ weekday, from, to }));
const recipient = { en: 'your care team', es: 'tu equipo de atención' };
const timeZone = 'America/Chicago';

const opened = async (canvas: HTMLElement) => {
  const root = canvas.querySelector('crisis-resources')!.shadowRoot!;
  await userEvent.click(root.querySelector('button')!);
  await waitFor(() => expect(root.querySelector('dialog[open]')).not.toBeNull());
  return root;
};

export const UnitedStates: Story = {};

export const Spanish: Story = { globals: { locale: 'es' } };

export const UnknownRegion: Story = {
  args: { region: '' },
  play: async ({ canvasElement }) => {
    const root = canvasElement.querySelector('crisis-resources')!.shadowRoot!;
    const select = root.querySelector('select')!;
    await expect(root.querySelector('a')).toBeNull();
    await userEvent.selectOptions(select, 'GB');
    await expect(root.querySelector('a')!.textContent).toContain('116 123');
  },
};

export const AnotherCountry: Story = { args: { region: 'DE' } };

export const MonitoredOnWeekdays: Story = {
  args: { policy: { recipient, hours: hours([1, 2, 3, 4, 5], 540, 1020), timeZone } },
};

export const MonitoredAlways: Story = {
  args: { policy: { recipient, hours: hours([0, 1, 2, 3, 4, 5, 6], 0, 1440), timeZone } },
};

export const AsButton: Story = { args: { variant: 'button' } };

export const ButtonOpened: Story = {
  args: { variant: 'button' },
  play: async ({ canvasElement }) => {
    const root = await opened(canvasElement);
    await userEvent.keyboard('{Escape}');
    await expect(root.querySelector('a[href="tel:988"]')).not.toBeNull();
  },
};

export const Dark: Story = { globals: { theme: 'dark' } };

export const RightToLeft: Story = { globals: { direction: 'rtl' } };
