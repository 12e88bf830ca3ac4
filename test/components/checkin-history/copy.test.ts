import { expect, oneEvent } from '@open-wc/testing';
import { BackendError } from '../../../src/client/errors.js';
import type { CollectionBundle } from '../../../src/client/model/export/check-in-bundle.js';
import type { WfExportEvent } from '../../../src/components/checkin-history/checkin-history.events.js';
import { deferred, fakeBackend } from '../../support/fake-backend.js';
import {
  aReflection,
  aScore,
  button,
  checkInService,
  day,
  find,
  until,
  whole,
  words,
} from './support.js';

const all = [aScore(0, 7), aReflection(-1, '=1+1'), aReflection(-200, 'Long ago.')];

/** What was handed over instead of being downloaded. */
interface File {
  name: string;
  url: string;
  content: Promise<string>;
}

const exported = async (el: Element) =>
  (await oneEvent(el, 'wf-export')) as unknown as WfExportEvent;

describe('the copy', () => {
  const files: File[] = [];
  const revoked: string[] = [];
  const blobs = new Map<string, Blob>();
  const { createObjectURL, revokeObjectURL } = URL;
  const { click } = HTMLAnchorElement.prototype;
  const { setTimeout: wait } = globalThis;

  beforeEach(() => {
    files.length = revoked.length = 0;
    URL.createObjectURL = (blob: Blob) => {
      const url = createObjectURL(blob);
      blobs.set(url, blob);
      return url;
    };
    URL.revokeObjectURL = (url) => {
      revoked.push(url);
      revokeObjectURL(url);
    };
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      files.push({
        name: this.download,
        url: this.href,
        content: blobs.get(this.href)?.text() ?? Promise.resolve(''),
      });
    };
  });
  afterEach(() => {
    Object.assign(URL, { createObjectURL, revokeObjectURL });
    HTMLAnchorElement.prototype.click = click;
    globalThis.setTimeout = wait;
  });

  it('is a FHIR bundle of everything, over all pages, under a name that says nothing', async () => {
    const service = checkInService(all, 1);
    const el = await whole(fakeBackend({ checkIns: service }));
    setTimeout(() => button(el, 'Save as FHIR file').click());
    const { kind } = await exported(el);
    expect(kind).to.equal('fhir');
    expect(files[0]?.name).to.equal(`wayfellow-${day(0)}.json`);
    const bundle = JSON.parse((await files[0]?.content) ?? '') as CollectionBundle;
    expect(bundle.entry?.map(({ resource }) => resource.resourceType)).to.deep.equal([
      'QuestionnaireResponse',
      'Observation',
      'QuestionnaireResponse',
      'QuestionnaireResponse',
    ]);
    await until(() => words(find(el, '.copy [role=status]')).startsWith('Saved: 3 check-ins'));
  });

  it('is a sheet in which nothing runs', async () => {
    const el = await whole(fakeBackend({ checkIns: checkInService(all) }));
    button(el, 'Save as spreadsheet').click();
    await until(() => files.length);
    expect(files[0]?.name).to.equal(`wayfellow-${day(0)}.csv`);
    expect(await files[0]?.content)
      .to.contain(`"'=1+1"`)
      .and.to.contain('Long ago.');
  });

  it('gives its address back', async () => {
    const el = await whole(fakeBackend({ checkIns: checkInService(all) }));
    // What is to happen in half a minute happens at once; the test's own waiting stays.
    globalThis.setTimeout = ((act: () => void, ms = 0) =>
      wait(act, ms === 30_000 ? 0 : ms)) as typeof setTimeout;
    button(el, 'Save as spreadsheet').click();
    await until(() => revoked.length);
    expect(revoked).to.deep.equal([files[0]?.url]);
  });

  it('goes on where it failed', async () => {
    const service = checkInService(all, 1);
    let broken = true;
    const list: typeof service.list = (options) =>
      broken && options?.cursor === '2'
        ? Promise.reject(new BackendError('unavailable'))
        : service.list(options);
    const el = await whole(fakeBackend({ checkIns: { ...service, list } }));
    button(el, 'Save as FHIR file').click();
    await until(() => find(el, '.copy [role=alert]'));
    expect(files).to.deep.equal([]);
    broken = false;
    service.asked.length = 0;
    button(el, 'Try again').click();
    await until(() => files.length);
    expect(service.asked.map(({ cursor }) => cursor)).to.deep.equal(['2']);
    const bundle = JSON.parse((await files[0]?.content) ?? '') as CollectionBundle;
    expect(bundle.entry?.length).to.equal(4);
  });

  it('can be stopped: nothing is saved, the call is given up, the focus stays near', async () => {
    const service = checkInService(all, 1);
    const { promise } = deferred<never>();
    let signal: AbortSignal | undefined;
    const list: typeof service.list = (options) => {
      if (options?.cursor !== '2') return service.list(options);
      signal = options.signal;
      return promise;
    };
    const el = await whole(fakeBackend({ checkIns: { ...service, list } }));
    button(el, 'Save as FHIR file').click();
    await until(() => words(find(el, '.progress')).includes('2 check-ins so far'));
    await expect(el).to.be.accessible();
    button(el, 'Cancel').click();
    await until(() => words(find(el, '.copy [role=status]')).includes('Nothing was saved'));
    expect(signal?.aborted).to.equal(true);
    expect(files).to.deep.equal([]);
    await until(() => el.shadowRoot?.activeElement === button(el, 'Save as FHIR file'));
  });

  it('is paper too', async () => {
    const { print } = window;
    let printed = 0;
    window.print = () => void printed++;
    const el = await whole(fakeBackend({ checkIns: checkInService(all) }));
    setTimeout(() => button(el, 'Print this page').click());
    const { kind } = await exported(el);
    window.print = print;
    expect([kind, printed]).to.deep.equal(['print', 1]);
  });

  it('says so when there is nothing', async () => {
    const el = await whole(fakeBackend({ checkIns: checkInService([]) }));
    button(el, 'Save as spreadsheet').click();
    await until(() => words(find(el, '.copy [role=status]')).includes('nothing to save'));
    expect(files).to.deep.equal([]);
  });
});
