import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { bundle } from '../../../bench/support/bundle.mjs';

/** What the page does: a backend of its own around one `<group-room>`. */
const code = (daily) => `
  import 'wayfellow/elements/group-room';
  const ask = async (path, body) => {
    const init = body && { method: 'POST', keepalive: true, body: JSON.stringify(body) };
    return (await fetch('/api/' + path, init)).json();
  };
  const room = document.querySelector('group-room');
  room.backend = {
    watch: () => () => {},
    session: { current: () => ask('session') },
    checkIns: { submit: (checkIn) => ask('check-ins', checkIn), list: async () => ({ items: [] }) },
    sessions: {
      list: async () => ({ items: [await ask('meeting')] }),
      get: () => ask('meeting'),
      accept: () => ask('accept', {}),
      access: () => ask('access'),
      attend: (attendance) => ask('attendances', attendance),
    },
  };
  // daily-js sets a script's address as text, for which such a page needs a default policy.
  if (${daily})
    trustedTypes.createPolicy('default', {
      createScriptURL: (url) =>
        /^https:\\/\\/c\\.(daily\\.co|dailywebrtc\\.(com|net))\\//.test(url) ? url : null,
    });
`;

/** A server of a page with a group room, under `policy`; it keeps who was there. */
export async function roomPage({ policy, access }) {
  const files = await bundle(code(access.transport === 'daily'));
  const attendances = [];
  const minutes = (n) => new Date(Date.now() + n * 60_000).toISOString();
  const meeting = {
    id: 'm-1',
    kind: 'group',
    title: { en: 'Living with depression' },
    startsAt: minutes(-5),
    endsAt: minutes(60),
    facilitator: { id: 'luis', name: 'Luis', role: 'facilitator' },
    agreements: { version: '1', items: [{ en: 'What is said here stays here.' }] },
    expected: 3,
    status: 'scheduled',
  };
  const answers = {
    session: () => ({
      person: { id: 'jordan', name: 'Jordan', role: 'participant' },
      clinic: { id: 'harbor', name: 'Harbor' },
      timeZone: 'America/Chicago',
    }),
    meeting: () => meeting,
    accept: () => Object.assign(meeting, { accepted: { version: '1', at: minutes(0) } }),
    access: () => access,
    attendances: (attendance) => (attendances.push(attendance), attendance),
    'check-ins': () => ({ status: 'received', checkInId: 'c', at: minutes(0) }),
  };
  const server = createServer(async (request, response) => {
    const name = request.url.slice(1);
    const send = (type, body) => response.writeHead(200, { 'content-type': type }).end(body);
    if (name.startsWith('api/')) {
      const body = await text(request);
      const answer = answers[name.slice(4)](body && JSON.parse(body));
      return send('application/json', JSON.stringify(answer));
    }
    if (files.has(name)) return send('text/javascript', files.get(name));
    response.setHeader('content-security-policy', policy);
    return send(
      'text/html',
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Portal</title>
       <link rel="icon" href="data:,"></head><body>
       <group-room meeting-id="m-1"></group-room>
       <script type="module" src="/page.js"></script></body></html>`,
    );
  });
  await new Promise((resolve) => server.listen(0, 'localhost', resolve));
  return {
    origin: `http://localhost:${server.address().port}`,
    attendances,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
