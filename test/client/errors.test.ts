import { expect } from '@open-wc/testing';
import { BACKEND_ERROR_CODES, BackendError, isAbort } from '../../src/client/errors.js';

describe('an error of the backend', () => {
  it('says by its code what happened, and for developers what exactly', () => {
    const cause = new TypeError('Failed to fetch');
    const error = new BackendError('conflict', { detail: 'no-capacity', retryAfter: 3, cause });
    expect(error).to.be.instanceOf(Error);
    expect(error).to.include({
      name: 'BackendError',
      code: 'conflict',
      detail: 'no-capacity',
      retryAfter: 3,
      cause,
      message: 'conflict: no-capacity',
    });
  });

  it('has no details that nobody gave', () => {
    const error = new BackendError('offline');
    expect(error.message).to.equal('offline');
    for (const key of ['detail', 'retryAfter', 'cause'] as const)
      expect(error[key], key).to.be.undefined;
    expect(new BackendError('rate-limited', { retryAfter: 0 }).retryAfter).to.equal(0);
  });

  it('may be tried again when the same call could succeed later', () => {
    expect(BACKEND_ERROR_CODES.filter((code) => new BackendError(code).retryable)).to.have.members([
      'offline',
      'timeout',
      'rate-limited',
      'unavailable',
      'invalid-response',
    ]);
  });

  it('is of a closed set of codes', () => {
    expect(BACKEND_ERROR_CODES).to.deep.equal([
      'offline',
      'timeout',
      'unauthorized',
      'forbidden',
      'not-found',
      'conflict',
      'invalid-request',
      'invalid-response',
      'rate-limited',
      'unavailable',
    ]);
  });
});

describe('an abort', () => {
  it('is known by the reason of its signal, and nothing else is one', () => {
    const controller = new AbortController();
    controller.abort();
    expect(isAbort(controller.signal.reason)).to.be.true;
    for (const other of [new BackendError('timeout'), new Error('x'), 'AbortError', undefined, {}])
      expect(isAbort(other)).to.be.false;
  });
});
