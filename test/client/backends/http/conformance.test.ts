import { HttpBackend } from '../../../../src/client/backends/http/http-backend.js';
import { openApiDocument } from '../../../../src/client/backends/http/openapi.js';
import { backendCases, runCase } from '../../../../src/client/conformance/index.js';
import type { ConformanceHarness } from '../../../../src/client/conformance/index.js';
import { expect } from '@open-wc/testing';
import { embeddedWorld } from '../embedded/world.js';
import { pageServer } from './page-server.js';

let worlds = 0;

/** In a browser, with its own requests, streams and locks; test/server has a real server. */
const harness: ConformanceHarness = {
  async open() {
    const inner = embeddedWorld({ storage: 'memory', name: `http-${++worlds}-${Math.random()}` });
    const open: HttpBackend[] = [];
    return {
      ...inner,
      async connect(persona) {
        const fetch = pageServer(await inner.connect(persona));
        const baseUrl = `https://api-${worlds}.example`;
        const token = async () => persona;
        // Each connection is its own backend, which the tab with the stream would not stand for.
        const backend = new HttpBackend({ baseUrl, token, fetch, shareChanges: false });
        // The page has no line between browsers; test/server has one.
        Object.defineProperty(backend, 'roomChannel', { value: undefined });
        open.push(backend);
        return backend;
      },
      async close() {
        for (const backend of open) backend.close();
        await inner.close?.();
      },
    };
  },
};

describe('HttpBackend over a server in the page', () => {
  for (const each of backendCases)
    it(each.name, async function () {
      const { outcome, error } = await runCase(harness, each);
      if (outcome === 'skipped') this.skip();
      if (outcome === 'failed') throw error;
    });
});

describe('the OpenAPI document', () => {
  it('is the same wherever it is made', () => {
    const { openapi, paths } = openApiDocument(['goals']);
    expect(openapi).to.equal('3.1.1');
    expect(paths).to.have.all.keys('/v1', '/v1/changes', '/v1/goals', '/v1/goals/{goalId}/status');
  });
});
