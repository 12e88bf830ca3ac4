import { html, type TemplateResult } from 'lit';

/** The initials of a name, on a tint that stays the same for it. */
export function portrait(name: string): TemplateResult {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : ''];
  let hue = 0;
  for (const character of name) hue = (hue * 31 + (character.codePointAt(0) ?? 0)) % 360;
  // `.style` goes through the CSSOM, which a strict CSP allows; a style attribute it does not.
  return html`<span class="portrait" aria-hidden="true" .style=${`--_hue:${hue}`}
    ><span>${letters.map((word) => [...(word ?? '')][0] ?? '').join('')}</span></span
  >`;
}
