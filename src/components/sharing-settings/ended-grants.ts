import { html, nothing, type TemplateResult } from 'lit';
import { isInForce } from '../../client/model/consent.js';
import { fill } from '../shared/fill.js';
import type { SharingView } from './grant-choice.js';

/** What was shared with this reader and no longer is, newest first. */
export function endedGrants({
  l,
  grants,
  timeZone,
  now,
}: SharingView): TemplateResult | typeof nothing {
  const { t } = l;
  const ended = grants.filter((g) => !isInForce(g, now));
  if (!ended.length) return nothing;
  const date = (at: string) => l.dateTime(at, { dateStyle: 'medium', timeZone });
  return html`<details part="before">
    <summary>${t.before}</summary>
    <ul class="before">
      ${ended.map(({ scope, grantedAt, expiresAt, revokedAt }) => {
        const to = revokedAt && revokedAt < expiresAt ? revokedAt : expiresAt;
        return html`<li>
          ${t.scopes[scope][0]}
          <span class="muted">${fill(t.fromTo, { from: date(grantedAt), to: date(to) })}</span>
        </li>`;
      })}
    </ul>
  </details>`;
}
