import { expect } from '@open-wc/testing';
import { BackendError } from '../../../src/client/errors.js';
import { aSession, fakeBackend } from '../../support/fake-backend.js';
import {
  aReflection,
  button,
  checkInService,
  find,
  findAll,
  type,
  until,
  whole,
  withCheckIns,
  words,
} from './support.js';

const entries = (el: Element) => findAll(el, '.entry .said').map(words);
const found = (el: Element) => words(find(el, '.looked'));

describe('reflections', () => {
  it('stand newest first, a few at once', async () => {
    const all = Array.from({ length: 8 }, (_, ago) => aReflection(-ago, `Line ${ago}`));
    const el = await whole(withCheckIns(all));
    expect(entries(el)).to.deep.equal(['Line 0', 'Line 1', 'Line 2', 'Line 3', 'Line 4']);
    button(el, 'Show 3 more').click();
    await until(() => entries(el).length === 8);
    await until(() => words(el.shadowRoot?.activeElement ?? undefined).includes('Line 5'));
  });

  it('are found after a pause, accents aside, and marked; the address and storage stay empty', async () => {
    const before = [location.href, localStorage.length, sessionStorage.length];
    const el = await whole(
      withCheckIns([aReflection(0, 'Mañana será mejor'), aReflection(-1, 'Long day.')]),
    );
    type(el, 'manana');
    await el.updateComplete;
    expect(entries(el).length, 'not while typing').to.equal(2);
    await until(() => entries(el).length === 1);
    expect(findAll(el, 'mark').map(words)).to.deep.equal(['Mañana']);
    await until(() => findAll(el, '[role=status]').some((s) => words(s) === '1 entry found'));
    expect([location.href, localStorage.length, sessionStorage.length]).to.deep.equal(before);
    await expect(el).to.be.accessible();
  });

  it('show what looks like markup as it was written', async () => {
    const el = await whole(withCheckIns([aReflection(0, '<img src=x onerror=alert(1)> walk')]));
    type(el, '<img');
    await until(() => find(el, 'mark'));
    expect(entries(el)).to.deep.equal(['<img src=x onerror=alert(1)> walk']);
    expect(find(el, '.entry img')).to.equal(undefined);
  });

  it('say how far back the search went, and reach further when asked', async () => {
    const old = [aReflection(-100, 'The lake.'), aReflection(-120, 'The old lake.')];
    const el = await whole(withCheckIns([aReflection(0, 'A walk.'), ...old]));
    type(el, 'lake');
    await until(() => found(el).startsWith('0 entries found'));
    expect(found(el)).to.contain('There may be more from before');
    button(el, 'Load earlier days').click();
    await until(() => entries(el).length === 2);
    expect(found(el)).to.contain('That is everything you wrote.');
  });

  it('say that earlier days could not be loaded, and try again', async () => {
    const service = checkInService([aReflection(0, 'A walk.'), aReflection(-100, 'The lake.')]);
    let broken = true;
    const list: typeof service.list = (options) =>
      broken && !options?.from
        ? Promise.reject(new BackendError('offline'))
        : service.list(options);
    const el = await whole(fakeBackend({ checkIns: { ...service, list } }));
    button(el, 'Load earlier days').click();
    await until(() => find(el, '.words-part [role=alert]'));
    broken = false;
    button(el, 'Try again').click();
    await until(() => entries(el).length === 2);
    expect(find(el, '.words-part [role=alert]')).to.equal(undefined);
  });

  it('leave nothing of a search to the next person at this device', async () => {
    const one = withCheckIns([aReflection(0, 'A walk.'), aReflection(-100, 'The lake.')]);
    const el = await whole(one);
    button(el, 'Load earlier days').click();
    await until(() => entries(el).length === 2);
    type(el, 'lake');
    await until(() => find(el, 'mark'));
    const person = { id: 'sam', name: 'Sam', role: 'participant' } as const;
    el.backend = withCheckIns([aReflection(0, 'Mine.')], {}, aSession({ person }));
    await until(() => entries(el)[0] === 'Mine.');
    expect(entries(el)).to.deep.equal(['Mine.']);
    expect(find<HTMLInputElement>(el, '#search')?.value).to.equal('');
  });
});
