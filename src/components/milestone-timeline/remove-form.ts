import { html, type TemplateResult } from 'lit';
import type { Milestone } from '../../client/model/milestone.js';
import { fill } from '../shared/fill.js';
import { ActionController } from '../shared/controllers/action-controller.js';
import { errorNotice } from '../shared/notice.js';
import { formButtons, formTitle } from './form-fields.js';
import type { FormContext } from './view.js';
import { titleOf } from './words.js';

/** Asks before a milestone of the person's own goes. */
export class RemoveForm {
  readonly #remove: ActionController<string, unknown>;

  constructor(private readonly context: FormContext) {
    this.#remove = new ActionController(context.host, context.connection, {
      shape: '?',
      run: async ({ milestones }, id, options) => {
        await milestones?.remove(id, options);
        return true;
      },
    });
  }

  render(milestone: Milestone): TemplateResult {
    const { t, l, record } = this.context.view();
    const f = this.context.words();
    const { error, busy } = this.#remove;
    const send = async (event: Event) => {
      event.preventDefault();
      if (!(await this.#remove.run(milestone.id))) return;
      this.context.onMilestone(milestone.id, null);
      this.context.close(f.removed);
    };
    return html`<form @submit=${send}>
      ${formTitle(fill(f.removeTitle, { title: titleOf(l, milestone, record) }))}
      ${error ? errorNotice(t, error, undefined, f.rules) : ''}
      ${formButtons(f.removeSend, busy, f.keep, () => this.context.close())}
    </form>`;
  }
}
