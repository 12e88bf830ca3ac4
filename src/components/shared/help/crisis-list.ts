import { html, nothing, render, type TemplateResult } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';
import { furtherLines } from '../../../client/model/further-lines.js';
import { helpView, type CrisisListArgs } from './help-view.js';

export type { CrisisListArgs, CrisisListOptions } from './help-view.js';

/**
 * All help in a crisis, in place: needs no network, no backend, no session. When the region is not
 * known it asks. The heading has the class `help-title` and takes focus from code. Needs the `help`
 * and `controls` styles.
 */
export function crisisList(...args: CrisisListArgs): TemplateResult {
  return html`<section class="crisis" part="crisis" ${drawn(...args)}></section>`;
}

/** Draws the list itself, so that picking a country redraws it in whatever element it is. */
class DrawnDirective extends Directive {
  override render(..._: CrisisListArgs): unknown {
    return nothing;
  }

  override update(part: ElementPart, [locale, region, options]: CrisisListArgs): unknown {
    const args: CrisisListArgs = [locale, region, { ...options, further: furtherLines }];
    const draw = () => render(helpView(args, draw), part.element as HTMLElement);
    draw();
    return nothing;
  }
}
const drawn = directive(DrawnDirective);
