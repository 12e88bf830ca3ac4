import { expect, fixture, html } from '@open-wc/testing';
import { render } from 'lit';
import Info from 'lucide/dist/esm/icons/info.mjs';
import Phone from 'lucide/dist/esm/icons/phone.mjs';
import { icon } from '../../../src/components/shared/icon.js';

describe('icon', () => {
  it('draws once, hidden from assistive technology, and again for another icon', async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    const draw = (node: typeof Info | undefined) => {
      render(html`${icon(node)}`, place);
      return place.querySelector('svg');
    };
    const first = draw(Info)!;
    expect(first.getAttribute('aria-hidden')).to.equal('true');
    expect(first.namespaceURI).to.equal('http://www.w3.org/2000/svg');
    expect(first.childElementCount).to.equal(Info.length);
    expect(draw(Info) === first, 'the same one stays').to.be.true;
    const second = draw(Phone)!;
    expect(second !== first).to.be.true;
    expect(second.querySelector('path')!.getAttribute('d')).to.equal(Phone[0]![1]['d']);
    expect(draw(undefined)).to.equal(null);
  });
});
