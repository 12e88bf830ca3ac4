import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that came. */
export interface ReceivedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** Milliseconds since the server began. */
  readonly at: number;
}

/** Answers a request; not to answer is an answer too. */
export type Script = (response: ServerResponse, request: ReceivedRequest) => unknown;

export const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Script =>
  (response) =>
    response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(JSON.stringify(body));

/** Cuts the connection without a word. */
export const cut: Script = (response) => response.destroy();

/** A server that answers request by request as it is told, and by the last script ever after. */
export class ScriptedServer {
  readonly received: ReceivedRequest[] = [];
  readonly #start = performance.now();
  readonly #server: Server;

  private constructor(private readonly scripts: readonly Script[]) {
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  static async start(...scripts: Script[]): Promise<ScriptedServer> {
    const scripted = new ScriptedServer(scripts);
    await new Promise<void>((resolve) => scripted.#server.listen(0, '127.0.0.1', resolve));
    return scripted;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(message: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of message) body += String(chunk);
    const { method = '', url = '', headers } = message;
    const request = { method, url, headers, body, at: performance.now() - this.#start };
    const script = this.scripts[Math.min(this.received.length, this.scripts.length - 1)];
    this.received.push(request);
    script?.(response, request);
  }
}
