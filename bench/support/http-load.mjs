import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';

/**
 * Posts a body as fast as it is taken, so many at once over as many connections that stay open, each
 * time as the next of these people and under a key of its own.
 * @returns What came through in a second, and the milliseconds that 99 of 100 took at most
 */
export async function load(url, body, tokens, { atOnce, seconds }) {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const end = performance.now() + seconds * 1000;
  const took = [];
  let count = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (performance.now() < end) {
        const start = performance.now();
        const headers = {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          authorization: `Bearer ${tokens[count++ % tokens.length]}`,
          'idempotency-key': randomUUID(),
        };
        await post(url, { agent, headers }, body);
        took.push(performance.now() - start);
      }
    }),
  );
  agent.destroy();
  took.sort((a, b) => a - b);
  return { rate: took.length / seconds, p99: took[Math.floor(took.length * 0.99)] };
}

function post(url, options, body) {
  return new Promise((resolve, reject) => {
    const sent = request(url, { ...options, method: 'POST' }, (response) => {
      let answer = '';
      response.setEncoding('utf8').on('data', (text) => (answer += text));
      response.on('end', () => {
        if (response.statusCode === 201) resolve();
        else reject(new Error(`Answered ${response.statusCode}: ${answer}`));
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
