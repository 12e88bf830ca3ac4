import { expect } from '@open-wc/testing';
import { defineElement } from '../../../src/components/shared/define-element.js';
import { VERSION } from '../../../src/version.js';

describe('defineElement', () => {
  const warnings: string[] = [];
  const { warn } = console;
  before(() => (console.warn = (message: string) => warnings.push(message)));
  after(() => (console.warn = warn));
  beforeEach(() => (warnings.length = 0));

  it('registers, and is silent for the same version', () => {
    class First extends HTMLElement {}
    defineElement('test-first', First);
    expect(customElements.get('test-first') === First).to.be.true;
    defineElement('test-first', First);
    defineElement('test-first', class extends HTMLElement {});
    expect(warnings).to.be.empty;
  });

  it('warns and names both versions when another one is there', () => {
    class Older extends HTMLElement {}
    Object.defineProperty(Older, Symbol.for('wayfellow:version'), { value: '0.0.1' });
    customElements.define('test-older', Older);
    defineElement('test-older', class extends HTMLElement {});
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.include('0.0.1').and.to.include(VERSION).and.to.include('<test-older>');
    expect(customElements.get('test-older') === Older).to.be.true;
  });

  it('warns when somebody else has the name', () => {
    customElements.define('test-other', class extends HTMLElement {});
    defineElement('test-other', class extends HTMLElement {});
    expect(warnings[0]).to.include('other code');
  });

  it('takes a prefix, also beside the plain name', () => {
    class Both extends HTMLElement {}
    defineElement('test-both', Both);
    defineElement('test-both', Both, 'clinic-');
    const second = customElements.get('clinic-test-both')!;
    expect(document.createElement('clinic-test-both')).to.be.instanceOf(Both);
    expect(second !== Both).to.be.true;
    expect(warnings).to.be.empty;
  });
});
