import { html, nothing, type TemplateResult } from 'lit';
import { soundsLikeHarm } from '../../client/model/harm-words/sounds-like-harm.js';
import { helpView } from '../shared/help/help-view.js';

/**
 * Help beside words that sound like harm: an offer, which keeps nobody from sending anything, and
 * which nobody else hears of. The first lines only, so that the way on stays in sight.
 */
export function care(
  heading: string,
  text: string,
  [locale, region]: readonly [locale: string, region: string | undefined],
  redraw: () => void,
): TemplateResult | typeof nothing {
  if (!text || !soundsLikeHarm(text)) return nothing;
  return html`<section class="care" part="care">
    <p class="visually-hidden" role="status">${heading}</p>
    ${helpView([locale, region, { heading }], redraw)}
  </section>`;
}
