import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { LitElement } from 'lit';
import { firstLines } from '../../../../src/client/model/first-lines.js';
import { furtherLines } from '../../../../src/client/model/further-lines.js';
import { helpNow } from '../../../../src/components/shared/help/help-now.js';
import { help } from '../../../../src/components/shared/help/help.styles.js';
import { buttons } from '../../../../src/components/shared/styles/buttons.js';
import { host } from '../../../../src/components/shared/styles/host.js';
import { tokens } from '../../../../src/components/shared/styles/tokens.js';

/** Any element: nothing but the help that each ends with. */
class HelpProbe extends LitElement {
  static override styles = [tokens, host, buttons, help];
  static override properties = { locale: {}, region: {} };
  locale = 'en';
  region: string | undefined;
  override render = () => helpNow(this.locale, this.region);
}
customElements.define('help-probe', HelpProbe);

const hrefs = (el: HelpProbe) =>
  [...el.renderRoot.querySelectorAll('a')].map((a) => a.getAttribute('href'));
const text = (el: HelpProbe) => el.renderRoot.querySelector('dialog')!.textContent;
const more = (el: HelpProbe) =>
  [...el.renderRoot.querySelectorAll<HTMLElement>('dialog button')].find((b) =>
    /^\s*(?:More ways|Más formas)/.test(b.textContent),
  );

async function opened(region?: string, locale = 'en'): Promise<HelpProbe> {
  const el = await fixture<HelpProbe>(
    html`<help-probe .region=${region} .locale=${locale}></help-probe>`,
  );
  const event = oneEvent(el, 'wf-help-opened');
  el.renderRoot.querySelector('button')!.click();
  await event;
  return el;
}

describe('helpNow', () => {
  it('has the first numbers of each country at once, and no other country’s', async () => {
    for (const [region, { emergency, contacts }] of Object.entries(firstLines)) {
      const el = await opened(region);
      expect(hrefs(el), region).to.have.length(contacts.length + 1);
      expect(hrefs(el), region).to.include(`tel:${emergency}`);
      expect(Boolean(more(el)), region).to.equal(furtherLines[region]!.length > 1);
    }
  });

  it('opens as a dialog that is accessible, in English and Spanish', async () => {
    for (const locale of ['en', 'es']) {
      const el = await opened('US', locale);
      await expect(el).to.be.accessible();
      el.renderRoot.querySelector('dialog')!.close();
    }
  });

  it('asks when the region is not known', async () => {
    const el = await opened();
    expect(hrefs(el)).to.be.empty;
    expect(text(el)).to.include('Where are you now?');
  });

  it('fetches the further lines on request, and takes the focus to them', async () => {
    const el = await opened('US');
    expect(text(el)).not.to.include('Veterans Crisis Line');
    more(el)!.click();
    await waitUntil(() => text(el).includes('Veterans Crisis Line'));
    expect(el.shadowRoot!.activeElement?.textContent).to.equal('Veterans Crisis Line');
    expect(hrefs(el).slice(0, 2)).to.deep.equal(['tel:988', 'sms:988']);
    expect(more(el)).to.be.undefined;
    await expect(el).to.be.accessible();
  });
});
