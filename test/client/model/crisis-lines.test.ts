import { expect } from '@open-wc/testing';
import { crisisRegion, crisisRegions } from '../../../src/client/model/crisis-lines.js';

const contactsOf = (region: string, id: string) =>
  crisisRegion(region)?.lines.find((line) => line.id === id)?.contacts;

describe('help in a crisis', () => {
  it('in the United States is the 988 lifeline first, by call, text and chat, in Spanish too', () => {
    expect(crisisRegion('US')?.lines[0]?.id).to.equal('988');
    expect(contactsOf('US', '988')).to.deep.equal([
      { kind: 'call', to: '988' },
      { kind: 'text', to: '988' },
      { kind: 'chat', to: 'https://988lifeline.org/chat/' },
      { kind: 'call', to: '988', press: '2', language: 'es' },
      { kind: 'text', to: '988', body: 'AYUDA', language: 'es' },
    ]);
  });

  it('in the United States has the lines of product.md, and no other', () => {
    expect(crisisRegion('US')?.lines.map((line) => line.id)).to.deep.equal([
      '988',
      'veterans',
      'crisis-text-line',
      'samhsa',
    ]);
    expect(contactsOf('US', 'veterans')).to.deep.equal([
      { kind: 'call', to: '988', press: '1' },
      { kind: 'text', to: '838255' },
    ]);
    expect(contactsOf('US', 'crisis-text-line')).to.deep.include({
      kind: 'text',
      to: '741741',
      body: 'HOME',
    });
    expect(contactsOf('US', 'samhsa')).to.deep.equal([
      { kind: 'call', to: '1-800-662-4357' },
      { kind: 'tty', to: '1-800-487-4889' },
    ]);
    expect(crisisRegion('US')?.emergency).to.equal('911');
  });

  it('for an overdose is the emergency number of the country, and naloxone', () => {
    for (const { region, emergency, overdose } of crisisRegions) {
      expect(overdose['en'], region).to.contain(`call ${emergency}`).and.contain('naloxone');
      expect(overdose['es'], region).to.contain(emergency).and.contain('naloxona');
    }
  });

  it('knows the emergency numbers and first lines of other countries', () => {
    expect(
      crisisRegions.map((r) => `${r.region} ${r.emergency} ${r.lines[0]?.contacts[0]?.to}`),
    ).to.deep.equal([
      'US 911 988',
      'CA 911 988',
      'GB 999 116 123',
      'IE 112 116 123',
      'AU 000 13 11 14',
      'NZ 111 1737',
      'MX 911 800 911 2000',
      'ES 112 024',
    ]);
  });

  it('of a region that is not known is not guessed', () => {
    for (const unknown of [undefined, '', 'ZZ', 'USA', 'us-east', 'FR'])
      expect(crisisRegion(unknown), String(unknown)).to.be.undefined;
    expect(crisisRegion('us')).to.equal(crisisRegion('US'));
  });

  it('can be dialled, texted or opened as it stands', () => {
    for (const { region, lines } of crisisRegions) {
      expect(region).to.match(/^[A-Z]{2}$/);
      for (const { id, name, about, contacts } of lines) {
        expect(contacts, id).not.to.be.empty;
        expect(name['en'], id).not.to.be.empty;
        for (const language of ['en', 'es']) expect(about[language], id).not.to.be.empty;
        for (const { kind, to, body, press } of contacts) {
          expect(to).to.match(kind === 'chat' ? /^https:\/\// : /^[\d -]{3,}$/);
          if (body !== undefined) expect(body).to.match(/^[A-Z]+$/);
          if (press !== undefined) expect(press).to.match(/^\d$/);
        }
      }
      expect(new Set(lines.map((line) => line.id)).size).to.equal(lines.length);
    }
  });
});
