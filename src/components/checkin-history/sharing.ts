import { html, type TemplateResult } from 'lit';
import Lock from 'lucide/dist/esm/icons/lock.mjs';
import UsersRound from 'lucide/dist/esm/icons/users-round.mjs';
import type { Backend } from '../../client/backend.js';
import { BackendError } from '../../client/errors.js';
import { isInForce, readersOf, type Grant, type GrantScope } from '../../client/model/consent.js';
import type { Person } from '../../client/model/person.js';
import type { Page } from '../../client/page.js';
import { checkResponse, pageShape, type Shape } from '../../client/shape.js';
import { GrantShape } from '../../client/shapes.js';
import type {
  ConnectedHost,
  ConnectionController,
} from '../shared/controllers/connection-controller.js';
import { about, QueryController } from '../shared/controllers/query-controller.js';
import { firstName } from '../shared/first-name.js';
import { icon } from '../shared/icon.js';
import type { HistoryView } from './history-view.js';

/** The grants that a person made, and what those whom they know are called. */
interface Shared {
  readonly grants: readonly Grant[];
  readonly names: Readonly<Record<string, string>>;
}
const SharedShape: Shape<Shared> = { grants: [GrantShape], names: { '': 's' } };
const GrantPageShape = pageShape(GrantShape);

/** What is read of mentors here: less to check, and less for the page to fetch. */
type Named = Pick<Person, 'id' | 'name'>;
const NamedShape: Shape<Named> = { id: 's', name: 's' };
const MentorsShape: Shape<Page<{ mentor: Named }>> = pageShape({ mentor: NamedShape });

/** One person's grants and mentors fit on a page; a cursor that leads nowhere is not followed for ever. */
const MOST_PAGES = 10;

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

async function pages<T>(
  shape: Shape<Page<T>>,
  list: (cursor: string | undefined) => Promise<Page<T>>,
): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  for (let i = 0; i < MOST_PAGES && (i === 0 || cursor !== undefined); i++) {
    const page = checkResponse(shape, await list(cursor));
    items.push(...page.items);
    cursor = page.next;
  }
  // Half of the grants would say "only you" of what others see.
  if (cursor !== undefined) throw new BackendError('invalid-response', { detail: 'cursor' });
  return items;
}

async function load(backend: Backend, signal: AbortSignal): Promise<Shared> {
  const { consents, pairings, mentors } = backend;
  const [grants, known] = await Promise.all([
    pages(GrantPageShape, async (cursor) => (await consents?.list({ cursor, signal })) ?? none),
    // Names are a kindness: without them the line says "someone you shared with".
    pages(MentorsShape, async (cursor) => (await pairings?.list({ cursor, signal })) ?? none).catch(
      () => [],
    ),
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

const none = { items: [] };
