import { nothing, noChange } from 'lit';
import { Directive, directive, type DirectiveResult } from 'lit/directive.js';

/** An icon of lucide: elements with their attributes, on a 24 by 24 grid. */
export type IconNode = readonly (readonly [tag: string, attributes: Record<string, unknown>])[];

const SVG = 'http://www.w3.org/2000/svg';

/** Draws by DOM calls, which a strict CSP and Trusted Types allow, and once per icon and place. */
class IconDirective extends Directive {
  #drawn: IconNode | undefined;

  render(icon: IconNode | undefined): unknown {
    if (icon === this.#drawn) return noChange;
    this.#drawn = icon;
    if (!icon) return nothing;
    const svg = document.createElementNS(SVG, 'svg');
    for (const [name, value] of [
      ['class', 'icon'],
      ['viewBox', '0 0 24 24'],
      ['aria-hidden', 'true'],
    ] as const)
      svg.setAttribute(name, value);
    for (const [tag, attributes] of icon) {
      const part = svg.appendChild(document.createElementNS(SVG, tag));
      for (const [name, value] of Object.entries(attributes))
        part.setAttribute(name, String(value));
    }
    return svg;
  }
}

/** A decorative icon; the words beside it, or the control's label, say what it means. */
export const icon: (node: IconNode | undefined) => DirectiveResult = directive(IconDirective);
