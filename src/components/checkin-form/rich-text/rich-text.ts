import { marked } from 'marked';
import type { Extension } from '../../../client/model/questionnaire.js';
import { drawNodes } from './draw-nodes.js';
import { readMarkup } from './read-markup.js';

/** No text of a form is longer; what is, is drawn as plain words. Markdown takes quadratic time. */
const LONGEST = { markdown: 2000, xhtml: 10_000 };

const drawn = new WeakMap<Extension, Map<boolean, unknown>>();

/**
 * The XHTML or Markdown of a `rendering-…` extension as templates; undefined when it is neither.
 * @param whole With paragraphs and lists; else as one run of words.
 */
export function richText(markup: Extension, whole: boolean): unknown {
  let known = drawn.get(markup);
  if (!known) drawn.set(markup, (known = new Map<boolean, unknown>()));
  if (!known.has(whole)) known.set(whole, draw(markup, whole));
  return known.get(whole);
}

function draw({ url, valueString, valueMarkdown }: Extension, whole: boolean): unknown {
  const kind = url.endsWith('markdown') ? 'markdown' : 'xhtml';
  const text = kind === 'markdown' ? (valueMarkdown ?? valueString) : valueString;
  if (typeof text !== 'string' || text.length > LONGEST[kind]) return undefined;
  try {
    const xhtml = kind === 'markdown' ? marked.parse(text, { async: false }) : text;
    return drawNodes(readMarkup(xhtml), whole);
  } catch {
    // Nested deeper than Markdown can be read.
    return undefined;
  }
}
