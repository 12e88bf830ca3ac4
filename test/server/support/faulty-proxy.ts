import {
  createServer,
  request as send,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { seeded } from './seeded.js';

/** What can happen to a request or to its answer. */
export const FAULTS = [
  'none',
  'cut-before',
  'cut-after',
  'truncate',
  'duplicate',
  'delay',
  'sorry',
] as const;
export type Fault = (typeof FAULTS)[number];

/**
 * A proxy that loses, cuts, delays and duplicates, in an order that its seed decides: the n-th
 * request of the same kind meets the same fault whenever the seed is the same.
 */
export class FaultyProxy {
  readonly met: Fault[] = [];
  readonly #server: Server;
  readonly #random: () => number;

  private constructor(
    private readonly target: string,
    seed: number,
    /** Share of the requests that meet a fault, 0–1. */
    private readonly rate: number,
    /** The fault that each of those meets; by chance when absent. */
    private readonly only: Fault | undefined,
  ) {
    this.#random = seeded(seed);
    this.#server = createServer((request, response) => void this.#pass(request, response));
  }

  static async start(target: string, seed: number, rate = 0.5, only?: Fault): Promise<FaultyProxy> {
    const proxy = new FaultyProxy(target, seed, rate, only);
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #next(): Fault {
    const [hits, which] = [this.#random() < this.rate, this.#random()];
    const chosen = this.only ?? FAULTS[1 + Math.floor(which * (FAULTS.length - 1))] ?? 'none';
    const fault = hits ? chosen : 'none';
    this.met.push(fault);
    return fault;
  }

  async #pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const fault = this.#next();
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    if (fault === 'cut-before') return void response.destroy();
    if (fault === 'sorry')
      return void response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Sorry</h1>');
    if (fault === 'delay') await new Promise((resolve) => setTimeout(resolve, 40));
    if (fault === 'duplicate') await this.#forward(request, body);
    const answer = await this.#forward(request, body);
    if (fault === 'cut-after') return void response.destroy();
    response.writeHead(answer.status, answer.headers);
    if (fault !== 'truncate') return void response.end(answer.body);
    // The head says how long it is, so half of it is known to be half.
    response.write(answer.body.subarray(0, answer.body.length / 2));
    setTimeout(() => response.destroy(), 5);
  }

  #forward(
    { method, url, headers }: IncomingMessage,
    body: Buffer,
  ): Promise<{ status: number; headers: IncomingMessage['headers']; body: Buffer }> {
    return new Promise((resolve, reject) => {
      const options = { method, headers: { ...headers, host: new URL(this.target).host } };
      const forwarded = send(new URL(url ?? '', this.target), options, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => {
          const all = Buffer.concat(chunks);
          const { 'transfer-encoding': _chunked, ...rest } = answer.headers;
          const length = all.length ? { 'content-length': String(all.length) } : {};
          resolve({
            status: answer.statusCode ?? 0,
            headers: { ...rest, ...length },
            body: all,
          });
        });
        answer.on('error', reject);
      });
      forwarded.on('error', reject);
      forwarded.end(body);
    });
  }
}
