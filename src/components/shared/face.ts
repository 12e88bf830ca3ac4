import { html, nothing, type TemplateResult } from 'lit';

/** A hue that stays the same for a name. */
function hue(name: string): number {
  let sum = 0;
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 360;
  return sum;
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : ''];
  return letters.map((word) => [...(word ?? '')][0] ?? '').join('');
}

/** A portrait over the initials, which stay when it cannot be loaded. The name stands beside it. */
export function face(name: string, photo: string | undefined): TemplateResult {
  const show = (shown: boolean) => (event: Event) => {
    (event.target as HTMLElement).hidden = !shown;
  };
  // `.style` goes through the CSSOM, which a strict CSP allows; a style attribute it does not.
  return html`<span class="face" part="face" .style=${`--_hue:${hue(name)}`}>
    <span aria-hidden="true">${initials(name)}</span>
    ${
      photo
        ? html`<img
            src=${photo}
            alt=""
            decoding="async"
            referrerpolicy="no-referrer"
            @load=${show(true)}
            @error=${show(false)}
          />`
        : nothing
    }
  </span>`;
}
