import { expect } from '@open-wc/testing';
import { LazyPart } from '../../../src/components/shared/lazy-part.js';

const aHost = () => ({
  updates: 0,
  requestUpdate() {
    this.updates++;
  },
  addController() {},
  removeController() {},
  updateComplete: Promise.resolve(true),
});
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('LazyPart', () => {
  it('is fetched once, when it is first asked for', async () => {
    const host = aHost();
    let loads = 0;
    const arrived: string[] = [];
    const part = new LazyPart(
      host,
      () => Promise.resolve(`part ${++loads}`),
      (value) => {
        arrived.push(value);
      },
    );
    expect(part.value).to.be.undefined;
    expect([part.get(), part.get()]).to.deep.equal([undefined, undefined]);
    await settled();
    expect(part.get()).to.equal('part 1');
    expect(arrived).to.deep.equal(['part 1']);
    expect(host.updates).to.equal(1);
  });

  it('says that it could not be fetched, and tries again when told so', async () => {
    const host = aHost();
    let fails = true;
    const part = new LazyPart(host, () =>
      fails ? Promise.reject(new TypeError('offline')) : Promise.resolve('part'),
    );
    part.get();
    await settled();
    expect([part.failed, part.get()]).to.deep.equal([true, undefined]);
    fails = false;
    part.retry();
    expect(part.failed).to.be.false;
    part.get();
    await settled();
    expect(part.get()).to.equal('part');
  });
});
