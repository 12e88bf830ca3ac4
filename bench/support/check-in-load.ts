import { readdirSync, readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tokenFor } from '../../test/server/support/clinic-server.js';
import { checkIn } from './check-in.js';

const AT_ONCE = 16;

export interface Figures {
  /** Check-ins a second. */
  readonly rate: number;
  readonly count: number;
}

/** The quickest of several rounds: what else the machine did slowed it down the least. */
export const best = (rates: readonly number[] = []): number => Math.max(...rates);

export const PEOPLE = Array.from({ length: 400 }, (_, n) => `p-${n}`);

/** Check-ins of people by turns, so that nobody meets their own limit, at servers by turns. */
export class CheckInLoad {
  #next = 0;

  private constructor(private readonly tokens: readonly string[]) {}

  static async of(tenants: readonly string[]): Promise<CheckInLoad> {
    const tokens = PEOPLE.map((id, n) =>
      tokenFor(id, { tenant: tenants[n % tenants.length]!, expiresIn: 3600 }),
    );
    return new CheckInLoad(await Promise.all(tokens));
  }

  /** As fast as it goes, so many at once. */
  async run(urls: readonly string[], seconds: number): Promise<Figures> {
    // Of its own, for servers let go of connections that idle.
    const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
    const count = await this.#send(agent, urls, seconds);
    agent.destroy();
    return { count, rate: count / seconds };
  }

  async #send(agent: Agent, urls: readonly string[], seconds: number): Promise<number> {
    const end = performance.now() + seconds * 1000;
    const first = this.#next;
    const one = async () => {
      while (performance.now() < end) {
        const n = this.#next++;
        await this.#checkIn(agent, urls[n % urls.length]!, this.tokens[n % this.tokens.length]!);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one));
    return this.#next - first;
  }

  #checkIn(agent: Agent, url: string, token: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const sent = request(`${url}/v1/check-ins`, {
        ...{ method: 'POST', agent },
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'idempotency-key': crypto.randomUUID(),
        },
      });
      sent.on('error', reject).on('response', (answer) => {
        answer.resume().on('end', () => {
          if (answer.statusCode === 201) resolve();
          else reject(new Error(`A check-in was answered ${answer.statusCode}`));
        });
      });
      sent.end(BODY);
    });
  }
}

const BODY = JSON.stringify(checkIn);

/** Milliseconds of processor time of a process; with `children`, of those that it has started. */
export function processorTime(pid: number, children = false): number {
  const stat = (id: number | string) =>
    readFileSync(`/proc/${id}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
  const time = (fields: readonly string[]) => (Number(fields[11]) + Number(fields[12])) * 10;
  if (!children) return time(stat(pid));
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .reduce((sum, name) => {
      try {
        const fields = stat(name);
        return Number(fields[1]) === pid ? sum + time(fields) : sum;
      } catch {
        return sum;
      }
    }, 0);
}
