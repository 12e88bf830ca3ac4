import { html, nothing, type TemplateResult } from 'lit';
import type { MarkupElement, MarkupNode } from './read-markup.js';

type Draw = (inside: unknown, element: MarkupElement) => unknown;

/** Elements of a run of words. No other reaches the page, and no attribute but a link's address. */
const INLINE: Readonly<Record<string, Draw>> = {
  b: (inside) => html`<b>${inside}</b>`,
  strong: (inside) => html`<strong>${inside}</strong>`,
  i: (inside) => html`<i>${inside}</i>`,
  em: (inside) => html`<em>${inside}</em>`,
  u: (inside) => html`<u>${inside}</u>`,
  del: (inside) => html`<del>${inside}</del>`,
  sub: (inside) => html`<sub>${inside}</sub>`,
  sup: (inside) => html`<sup>${inside}</sup>`,
  small: (inside) => html`<small>${inside}</small>`,
  code: (inside) => html`<code>${inside}</code>`,
  br: () => html`<br />`,
  a: (inside, { href }) =>
    isHarmless(href)
      ? html`<a href=${href} target="_blank" rel="noopener noreferrer">${inside}</a>`
      : inside,
  // No picture is fetched: that would tell its server who reads what.
  img: (_, { alt }) => alt,
};

/** Elements that stand by themselves. */
const BLOCKS: Readonly<Record<string, Draw>> = {
  p: (inside) => html`<p>${inside}</p>`,
  div: (inside) => html`<div>${inside}</div>`,
  blockquote: (inside) => html`<blockquote>${inside}</blockquote>`,
  pre: (inside) => html`<pre>${inside}</pre>`,
  ul: (inside) =>
    html`<ul>
      ${inside}
    </ul>`,
  ol: (inside) =>
    html`<ol>
      ${inside}
    </ol>`,
  li: (inside) => html`<li>${inside}</li>`,
  hr: () => html`<hr />`,
  table: (inside) =>
    html`<table>
      ${inside}
    </table>`,
  tr: (inside) =>
    html`<tr>
      ${inside}
    </tr>`,
  th: (inside) => html`<th>${inside}</th>`,
  td: (inside) => html`<td>${inside}</td>`,
  // A heading of the page's outline is not for a text to make.
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((n) => [`h${n}`, heading])),
};

/** Nothing that runs, that the page's own address is added to, or that looks like another site. */
function isHarmless(href: string): boolean {
  if (!/^(?:https?:\/\/|mailto:|tel:|sms:)/i.test(href)) return false;
  return URL.canParse(href) && !new URL(href).username;
}

function heading(inside: unknown): TemplateResult {
  return html`<p><strong>${inside}</strong></p>`;
}

/** Not even their words are for people. */
const UNSEEN = /^(?:script|style|template|head|title|noscript|iframe|object|svg|math|select)$/;

/** A tree of markup as templates: only what is known to be harmless. */
export function drawNodes(nodes: readonly MarkupNode[], whole: boolean): unknown {
  return nodes.map((node) => {
    if (typeof node === 'string') return node;
    const { tag, children } = node;
    if (UNSEEN.test(tag)) return nothing;
    const inside = drawNodes(children, whole);
    if (Object.hasOwn(INLINE, tag)) return INLINE[tag]!(inside, node);
    if (!Object.hasOwn(BLOCKS, tag)) return inside;
    return whole ? BLOCKS[tag]!(inside, node) : [' ', inside, ' '];
  });
}
