import { expect } from '@open-wc/testing';
import type { Backend } from '../../../src/client/backend.js';
import type { EntryRecord } from '../../../src/client/outbox/with-outbox.js';
import { run } from '../../support/outbox/run.js';
import { scheduleOf } from '../../support/outbox/schedule.js';
import type { Sabotage } from '../../support/outbox/tab.js';
import { verdict, type Broken } from '../../support/outbox/verdict.js';

/** Whatever goes out passes here first. */
const submitting = (
  change: (submit: NonNullable<Backend['checkIns']>['submit']) => typeof submit,
) => ({
  backend: (backend: Backend) => {
    const { checkIns } = backend;
    const submit = change((checkIn, options) => checkIns!.submit(checkIn, options));
    return { ...backend, checkIns: { ...checkIns!, submit } };
  },
});

/** Ways to write an outbox wrongly, and the promise that each of them breaks. */
const broken: Readonly<Record<string, { breaks: Broken; sabotage: Sabotage }>> = {
  'uses a new key for every try': {
    breaks: 'twice',
    sabotage: submitting((submit) => (checkIn) => submit(checkIn)),
  },
  'deletes before it has an answer': {
    breaks: 'lost',
    sabotage: {
      store: (store) => {
        const list = store.list.bind(store);
        store.list = async (owner) => {
          const records = await list(owner);
          for (const { seq } of records) await store.remove(seq);
          return records;
        };
        return store;
      },
    },
  },
  'answers without having kept anything': {
    breaks: 'lost',
    sabotage: {
      store: (store) => {
        store.add = async (record) => ({ ...record, seq: Math.random() });
        return store;
      },
    },
  },
  'takes no lock': {
    breaks: 'twice-on-the-way',
    sabotage: { locks: () => ({ request: (_name, _options, send) => send() }) },
  },
  'sends the newest first': {
    breaks: 'out-of-order',
    sabotage: {
      store: (store) => {
        const list = store.list.bind(store);
        store.list = async (owner) => (await list(owner)).reverse();
        return store;
      },
    },
  },
  'stamps the time of sending': {
    breaks: 'another-time',
    sabotage: submitting((submit) => (checkIn, options) => {
      const authored = new Date().toISOString();
      return submit({ ...checkIn, response: { ...checkIn.response, authored } }, options);
    }),
  },
  'does not ask who is signed in': {
    breaks: 'another-person',
    sabotage: {
      backend: (backend) => {
        let first: ReturnType<Backend['session']['current']> | undefined;
        const current = async () => {
          first ??= backend.session.current();
          return first.catch((error: unknown) => {
            first = undefined;
            throw error;
          });
        };
        return { ...backend, session: { ...backend.session, current } };
      },
    },
  },
  'lies down unsealed': {
    breaks: 'readable-at-rest',
    sabotage: {
      store: (store) => {
        const add = store.add.bind(store);
        store.add = (record, replace) => {
          const plain = { ...record, note: 'p-1' } as Omit<EntryRecord, 'seq'>;
          return add(plain, replace);
        };
        return store;
      },
    },
  },
  'never finds that anything is done': {
    breaks: 'left-waiting',
    sabotage: {
      store: (store) => {
        store.remove = async () => undefined;
        return store;
      },
    },
  },
};

describe('the suite of faults', function () {
  this.retries(0);
  this.timeout(120_000);

  for (const [how, { breaks, sabotage }] of Object.entries(broken))
    it(`catches an outbox that ${how}`, async () => {
      const found = new Set<Broken>();
      for (let seed = 1; seed <= 150 && !found.has(breaks); seed++)
        for (const each of await verdict(await run(scheduleOf(seed), sabotage))) found.add(each);
      expect([...found]).to.include(breaks);
    });
});
