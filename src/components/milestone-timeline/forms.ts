import { nothing } from 'lit';
import { adoptStyles } from '../shared/adopt-styles.js';
import { LocalizeController } from '../shared/controllers/localize-controller.js';
import { CelebrationForm } from './celebration-form.js';
import { styles } from './forms.styles.js';
import { english } from './forms.strings.js';
import { MilestoneForm } from './milestone-form.js';
import { RecordForm } from './record-form.js';
import { RemoveForm } from './remove-form.js';
import type { FormContext, OpenForm, PartContext } from './view.js';

/** All forms of the timeline, fetched when the first one opens. */
export class Forms {
  readonly #localize: LocalizeController<typeof english>;
  readonly #milestone: MilestoneForm;
  readonly #record: RecordForm;
  readonly #remove: RemoveForm;
  readonly #celebration: CelebrationForm;

  constructor(context: PartContext) {
    const { host } = context;
    this.#localize = new LocalizeController(host, english, {
      es: () => import('./forms.strings.es.js'),
    });
    adoptStyles(host, styles);
    const form: FormContext = {
      ...context,
      words: () => this.#localize.t,
      focusField: (name) => {
        void host.updateComplete.then(() => host.shadowRoot?.getElementById(name)?.focus());
      },
    };
    this.#milestone = new MilestoneForm(form);
    this.#record = new RecordForm(form);
    this.#remove = new RemoveForm(form);
    this.#celebration = new CelebrationForm(form);
  }

  render(open: OpenForm): unknown {
    const { name, milestone } = open;
    if (this.#localize.pending) return nothing;
    if (name === 'milestone') return this.#milestone.render();
    if (name === 'remove') return milestone && this.#remove.render(milestone);
    if (name === 'celebrate') return milestone && this.#celebration.render(milestone);
    return this.#record.render(name, open);
  }
}
