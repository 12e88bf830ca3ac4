import { ContextConsumer } from '@lit/context';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from '../shared/property.js';
import type { EscalationPolicy } from '../../client/model/safety.js';
import { furtherLines } from '../../client/model/further-lines.js';
import { rememberContextRequests, sessionContext } from '../shared/contexts.js';
import { LocalizeController } from '../shared/controllers/localize-controller.js';
import { defineElement } from '../shared/define-element.js';
import { crisisList } from '../shared/help/crisis-list.js';
import { escalationWords } from '../shared/help/escalation.js';
import { helpNow } from '../shared/help/help-now.js';
import { help } from '../shared/help/help.styles.js';
import { notice as noticeStyles } from '../shared/styles/notice.js';
import { notice } from '../shared/notice.js';
import { controls } from '../shared/styles/controls.js';
import { host } from '../shared/styles/host.js';
import { tokens } from '../shared/styles/tokens.js';
import { styles } from './crisis-resources.styles.js';

/**
 * Help in a crisis: tap to call, text or chat. Everything is bundled, English and Spanish too, so
 * that it works with no network, no backend and no provider. A region that is not known is asked
 * for; another country's number is never shown.
 *
 * @summary Crisis lines of the person's country, always at hand.
 * @fires {WfHelpOpenedEvent} wf-help-opened - The person opened the help (variant `button`).
 * @csspart crisis - The list.
 * @csspart help-button - The button of the variant `button`.
 */
export class CrisisResources extends LitElement {
  /** Registers `<crisis-resources>`, with `prefix` before the name. */
  static define(prefix = ''): void {
    defineElement('crisis-resources', this, prefix);
  }

  static override styles = [tokens, host, controls, noticeStyles, help, styles];

  /** ISO 3166-1 alpha-2 country, for example `US`. Default: the session's; else it is asked. */
  @property() region: string | undefined;

  /** `list` shows the help in place; `button` is a button that opens it. */
  @property({ reflect: true }) variant: 'list' | 'button' = 'list';

  /** Who sees safety alerts, and when. Given, the list says so truthfully. */
  @property({ attribute: false }) policy: EscalationPolicy | undefined;

  private readonly localize = new LocalizeController(this, {}, { es: () => ({}) });
  private readonly session = new ContextConsumer(this, {
    context: sessionContext,
    subscribe: true,
    callback: () => this.requestUpdate(),
  });
  #clock: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    rememberContextRequests();
    super.connectedCallback();
    // "Monitored now" must stay true on a page that stays open.
    this.#clock = setInterval(() => this.policy && this.requestUpdate(), 60_000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#clock);
  }

  protected override render(): TemplateResult {
    const { locale } = this.localize;
    const region = this.region ?? this.session.value?.region;
    const options = { note: this.#policyNote(), further: furtherLines };
    return this.variant === 'button'
      ? helpNow(locale, region, options)
      : html`<div class="sheet">${crisisList(locale, region, options)}</div>`;
  }

  #policyNote(): TemplateResult | typeof nothing {
    if (!this.policy) return nothing;
    try {
      return notice('info', escalationWords(this.localize.locale, this.policy, new Date()));
    } catch {
      // A faulty policy must never take the numbers with it.
      return nothing;
    }
  }
}
