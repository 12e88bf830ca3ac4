import type { TemplateResult } from 'lit';
import { adoptStyles } from '../shared/adopt-styles.js';
import { LocalizeController } from '../shared/controllers/localize-controller.js';
import { answersTable } from './answers-table.js';
import { CopyPart } from './copy-part.js';
import type { LaterContext } from './history-view.js';
import { styles } from './later.styles.js';
import { english, type LaterStrings } from './later.strings.js';
import { ReflectionsPart } from './reflections-part.js';

/** What the first screen does without: the table, what the person wrote, a copy to keep. */
export class Later {
  readonly #localize: LocalizeController<LaterStrings>;
  readonly #reflections: ReflectionsPart;
  readonly #copy: CopyPart;

  constructor(private readonly context: LaterContext) {
    const { host } = context;
    this.#localize = new LocalizeController(host, english, {
      es: () => import('./later.strings.es.js'),
    });
    this.#reflections = new ReflectionsPart(context);
    this.#copy = new CopyPart(context);
    adoptStyles(host, styles);
  }

  /** Undefined while the words are on their way. */
  table(): TemplateResult | undefined {
    const { pending, t } = this.#localize;
    return pending ? undefined : answersTable(this.context.view(), t);
  }

  reflections(): TemplateResult | undefined {
    const { pending, t } = this.#localize;
    return pending ? undefined : this.#reflections.render(t);
  }

  copy(): TemplateResult | undefined {
    const { pending, t } = this.#localize;
    return pending ? undefined : this.#copy.render(t);
  }

  /** Another person is signed in. */
  forget(): void {
    this.#reflections.forget();
    this.#copy.forget();
  }
}
