import { html, type TemplateResult } from 'lit';
import Lock from 'lucide/dist/esm/icons/lock.mjs';
import UsersRound from 'lucide/dist/esm/icons/users-round.mjs';
import type { Backend } from '../../client/backend.js';
import { isInForce, readersOf, type Grant, type GrantScope } from '../../client/model/consent.js';
import type { Person } from '../../client/model/person.js';
import { checkResponse, type Shape } from '../../client/shape.js';
import { GrantShape } from '../../client/shapes.js';
import type {
  ConnectedHost,
  ConnectionController,
} from '../shared/controllers/connection-controller.js';
import { about, QueryController } from '../shared/controllers/query-controller.js';
import { firstName } from '../shared/first-name.js';
import { icon } from '../shared/icon.js';
import { readAllPages } from '../shared/read-all-pages.js';
import type { HistoryView } from './history-view.js';

/** The grants that a person made, and what those whom they know are called. */
interface Shared {
  readonly grants: readonly Grant[];
  readonly names: Readonly<Record<string, string>>;
}
const SharedShape: Shape<Shared> = { grants: [GrantShape], names: { '': 's' } };

/** What is read of mentors here: less to check, and less for the page to fetch. */
type Named = Pick<Person, 'id' | 'name'>;
const NamedShape: Shape<Named> = { id: 's', name: 's' };
const MentorShape: Shape<{ mentor: Named }> = { mentor: NamedShape };

/** Free text comes with the answers, so that who may see it needs both. */
const SCOPES: Readonly<Record<'answers' | 'words', readonly GrantScope[]>> = {
  answers: ['check-in-answers'],
  words: ['check-in-answers', 'free-text'],
};

/** Who sees the person's check-ins, as far as it can be known. */
export class Sharing {
  readonly #query: QueryController<Shared>;

  constructor(
    host: ConnectedHost,
    private readonly connection: ConnectionController,
  ) {
    this.#query = new QueryController(host, connection, {
      shape: SharedShape,
      load: (backend, signal) => (backend.consents ? load(backend, signal) : undefined),
      concerns: about('consents', 'pairings'),
    });
  }

  /** A line for beside a series or what was written. */
  line({ t, l }: Pick<HistoryView, 't' | 'l'>, what: 'answers' | 'words'): TemplateResult {
    const { status, value, error } = this.#query;
    const me = this.connection.session?.person.id;
    // Old grants may have been revoked since: better to say that it is not known.
    if (status === 'loading') return html`<p class="seen"><span class="bone"></span></p>`;
    if (!value || error || !me) return html`<p class="seen">${t.notKnown}</p>`;
    const readers = readersOf(value.grants, me, SCOPES[what], new Date());
    const named = new Set(readers.map((id) => this.#name(id, value, t)));
    return html`<p class="seen">
      ${icon(readers.length ? UsersRound : Lock)}
      <span>${t.seenBy} <b>${readers.length ? l.list([t.you, ...named]) : t.onlyYou}</b></span>
    </p>`;
  }

  #name(id: string, { grants, names }: Shared, t: HistoryView['t']): string {
    const treats = grants.some(
      (g) => g.granteeId === id && g.purpose === 'treatment' && isInForce(g, new Date()),
    );
    return names[id] ?? (treats ? t.careTeam : t.someone);
  }
}

async function load(backend: Backend, signal: AbortSignal): Promise<Shared> {
  const { consents, pairings, mentors } = backend;
  const [grants, known] = await Promise.all([
    readAllPages(GrantShape, (options) => consents?.list({ ...options, signal })),
    // Names are a kindness: without them the line says "someone you shared with".
    readAllPages(MentorShape, (options) => pairings?.list({ ...options, signal })).catch(() => []),
  ]);
  const names = Object.fromEntries(known.map(({ mentor }) => [mentor.id, firstName(mentor.name)]));
  // Only those who might be named: most whom one shares other things with are no mentors.
  const unknown = new Set(
    grants
      .filter((g) => g.scope === 'check-in-answers' && g.purpose !== 'treatment')
      .map((g) => g.granteeId)
      .filter((id) => !names[id]),
  );
  await Promise.all(
    [...unknown].map(async (id) => {
      try {
        const mentor = checkResponse(NamedShape, await mentors?.get(id, { signal }));
        names[id] = firstName(mentor.name);
      } catch {
        // A peer, for example, who is no mentor.
      }
    }),
  );
  return { grants, names };
}
