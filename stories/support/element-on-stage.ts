import type { StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent, waitFor } from 'storybook/test';

const PATIENCE = { timeout: 5000 };

/** What a story's `play` does with the element of that name: wait for words, and press what has a name. */
export function onStage(tag: string) {
  /** @throws while the element is not there */
  const root = (canvas: HTMLElement): ShadowRoot => {
    const found = canvas.querySelector(tag)?.shadowRoot;
    if (!found) throw new Error(`<${tag}> is not there yet`);
    return found;
  };
  const shows = (canvas: HTMLElement, words: string): Promise<void> =>
    waitFor(() => expect(root(canvas).textContent.replace(/\s+/g, ' ')).toContain(words), PATIENCE);
  return {
    root,
    shows,
    /** A `play` that waits for words. */
    said:
      (words: string): NonNullable<StoryObj['play']> =>
      ({ canvasElement }) =>
        shows(canvasElement, words),
    /** Presses a button, or a choice, by its accessible name. */
    press: async (canvas: HTMLElement, name: string): Promise<void> => {
      const named = (e: HTMLElement) => (e.ariaLabel ?? e.textContent.trim()) === name;
      const target = await waitFor(() => {
        const all = [...root(canvas).querySelectorAll<HTMLElement>('button, label')];
        const found = all.find(named);
        if (!found) throw new Error(`There is no "${name}" yet`);
        return found;
      }, PATIENCE);
      await userEvent.click(target);
    },
  };
}
