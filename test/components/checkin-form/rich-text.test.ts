import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { render } from 'lit';
import type { Extension, QuestionnaireItem } from '../../../src/client/model/questionnaire.js';
import { richText } from '../../../src/components/checkin-form/rich-text/rich-text.js';
import { aForm, ask, asking, text } from '../../support/check-ins.js';

const HL7 = 'http://hl7.org/fhir/StructureDefinition/';
const xhtml = (valueString: string): Extension => ({ url: `${HL7}rendering-xhtml`, valueString });
const markdown = (valueMarkdown: string): Extension => ({
  url: `${HL7}rendering-markdown`,
  valueMarkdown,
});
const spanish: Extension = {
  url: `${HL7}translation`,
  extension: [
    { url: 'lang', valueCode: 'es' },
    { url: 'content', valueString: 'En español' },
  ],
};

function drawn(markup: Extension, whole = true): HTMLElement {
  const place = document.createElement('div');
  render(richText(markup, whole), place);
  return place;
}

const shown = (item: QuestionnaireItem) => aForm({ questionnaire: asking(item) });

describe('Text with markup', () => {
  it('is drawn from XHTML, in the label of a question and around it', async () => {
    const form = await shown({
      linkId: 'q',
      type: 'string',
      text: 'How are you today?',
      _text: { extension: [xhtml('<div>How are <b>you</b> <i>today</i>&#63;</div>')] },
      item: [
        {
          linkId: 'd',
          type: 'display',
          text: 'One. Two.',
          _text: { extension: [markdown('- One\n- **Two**, see [more](https://clinic.example)')] },
        },
      ],
    });
    const label = ask(form, 'How are you today?').querySelector('label')!;
    expect(label.querySelector('b')!.textContent).to.equal('you');
    expect(label.querySelector('div, p')).to.equal(null);
    const list = form.renderRoot.querySelector('.display')!;
    expect([...list.querySelectorAll('li')].map((li) => li.textContent.trim())).to.eql([
      'One',
      'Two, see more',
    ]);
    const link = list.querySelector('a')!;
    expect(link.href).to.equal('https://clinic.example/');
    expect(link.rel).to.equal('noopener noreferrer');
    await expect(form).to.be.accessible();
    // What is sent is what the questionnaire says in plain words.
    form.response = { ...form.response!, item: [{ linkId: 'q', answer: [{ valueString: 'x' }] }] };
    expect(form.response.item![0]!.text).to.equal('How are you today?');
  });

  it('gives way to a translation, which is plain', async () => {
    const item = {
      linkId: 'q',
      type: 'display',
      text: 'In English',
      _text: { extension: [xhtml('In <b>English</b>'), spanish] },
    } as QuestionnaireItem;
    const form = await aForm({
      lang: 'es',
      questionnaire: asking(item, { linkId: 's', type: 'string', text: 'S' }),
    });
    expect(text(form)).to.include('En español');
    expect(text(form)).not.to.include('English');
  });

  it('keeps words, and leaves out what could run or fetch', () => {
    const place = drawn(
      xhtml(
        `<p onclick="x()" style="position:fixed">a<script>alert(1)</script>` +
          `<a href="java&#10;script:alert(1)">b</a><a href="/relative">c</a>` +
          `<img src="https://tracker.example/1.gif" alt="a cat"/><svg><a href="https://x">d</a></svg>` +
          `<iframe src="https://x">e</iframe><font color="red">f</font> 1 &lt; 2 &amp; &bogus;` +
          `<a href="https://988lifeline.org@evil.example/">g</a>&#x202E;h</p>`,
      ),
    );
    expect(place.textContent.trim()).to.equal('abca catf 1 < 2 & &bogus;gh');
    expect(place.querySelectorAll('*')).to.have.length(1);
    expect(place.querySelector('p')!.attributes).to.have.length(0);
  });

  it('never brings anything that runs or fetches, and never takes long, whatever it is', () => {
    const pieces = fc.constantFrom(
      ...[
        '<',
        '>',
        '/',
        '"',
        "'",
        '&',
        '#',
        '`',
        '[',
        ']',
        '(',
        ')',
        '!',
        '*',
        '_',
        '>>',
        '- ',
        '\n',
      ],
      ...[
        '<script>',
        '</script>',
        '<b ',
        '<p>',
        '</p>',
        '<a href="',
        '<svg onload=x>',
        '<!--',
        '-->',
      ],
      ...['<![CDATA[', '<img src=x onerror=alert(1)>', 'javascript:alert(1)', 'data:text/html,x'],
      ...['<a href="https://x.example">', '[x](javascript:alert(1))', '![x](https://t.example/i)'],
      ...['&#x6a;avascript:', '<math><mtext>', '<style>*{}', '<b/', ' '],
    );
    const harmless = new Set(['href', 'target', 'rel']);
    const wild = fc
      .tuple(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 40 }), fc.constantFrom(1, 1, 90))
      .map(([parts, times]) => parts.join('').repeat(times));
    fc.assert(
      fc.property(wild, fc.constantFrom(xhtml, markdown), fc.boolean(), (words, as, whole) => {
        const began = performance.now();
        const place = drawn(as(words), whole);
        expect(performance.now() - began).to.be.below(1000);
        for (const element of place.querySelectorAll('*')) {
          expect(element.localName).to.match(
            /^(?:b|strong|i|em|u|del|sub|sup|small|code|br|a|p|div|blockquote|pre|[uo]l|li|hr|table|t[rhd])$/,
          );
          for (const { name, value } of element.attributes) {
            expect(harmless.has(name), name).to.be.true;
            if (name === 'href') expect(value).to.match(/^(?:https?:\/\/|mailto:|tel:|sms:)/i);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('is drawn as plain words when it is no text, too long or nested without end', async () => {
    for (const markup of [
      xhtml(7 as never),
      xhtml('<b>'.repeat(9000)),
      markdown('x'.repeat(10_001)),
    ])
      expect(drawn(markup).textContent).to.equal('');
    drawn(markdown('>'.repeat(9999)));
    drawn(markdown('['.repeat(9999)));
    drawn(markdown('- '.repeat(4999)));
    drawn(xhtml('<b>'.repeat(3000)));
    const form = await shown({
      linkId: 'q',
      type: 'string',
      text: 'Plain?',
      _text: { extension: [xhtml('x'.repeat(10_001))] },
    });
    expect(ask(form, 'Plain?')).to.exist;
  });
});
