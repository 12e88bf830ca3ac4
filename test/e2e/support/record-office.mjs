import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

/** A server that keeps check-ins, once each idempotency key, and can be told not to answer. */
export async function recordOffice(script) {
  const kept = new Map();
  const office = { requests: 0, answers: true, kept };
  const server = createServer(async (request, response) => {
    const json = (value) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    if (request.url === '/page.js')
      return response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
    if (request.url === '/session')
      return json({
        person: { id: 'jordan', name: 'Jordan', role: 'participant' },
        clinic: { id: 'harbor', name: 'Harbor' },
        timeZone: 'America/Chicago',
      });
    if (request.url === '/check-ins') {
      office.requests++;
      const key = request.headers['idempotency-key'];
      const checkIn = JSON.parse(await text(request));
      if (!kept.has(key)) kept.set(key, checkIn);
      if (!office.answers) return undefined;
      return json({ status: 'received', checkInId: key, at: new Date().toISOString() });
    }
    return response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(
        '<!doctype html><link rel="icon" href="data:,"><script type="module" src="/page.js"></script>',
      );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(office, {
    origin: `http://127.0.0.1:${server.address().port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  });
}
