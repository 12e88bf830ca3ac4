/**
 * A small clinic of plain objects: what a page hands in that has a backend of its own. It runs in
 * the page; `clinicScript` puts it there as `window.clinic`, apart from the bundle that is weighed.
 */
function clinic() {
  const DAY = 86_400_000;
  const from = (days) => new Date(Date.now() + days * DAY);
  const on = (days) => from(days).toISOString().slice(0, 10);
  const timeZone = 'UTC';
  const person = { id: 'jordan', name: 'Jordan', role: 'participant' };
  const maya = { id: 'maya', name: 'Maya', role: 'mentor' };

  const match = {
    mentor: {
      id: 'maya',
      name: 'Maya Brooks',
      credentials: [{ en: 'Certified Peer Recovery Specialist' }],
      headline: { en: 'I learned to parent without a drink in my hand.' },
      experiences: [],
      languages: ['en', 'es'],
      timeZone,
      availability: [{ weekday: 3, from: 1080, to: 1260 }],
      capacity: 3,
      openPlaces: 1,
      paused: false,
      nextOpening: from(2).toISOString(),
    },
    reasons: [
      { type: 'availability', minutesPerWeek: 120 },
      { type: 'language', language: 'en' },
    ],
  };

  const meeting = (id, title) => ({
    id,
    kind: 'group',
    title: { en: title },
    startsAt: from(-0.01).toISOString(),
    endsAt: from(0.05).toISOString(),
    facilitator: { id: 'luis', name: 'Luis', role: 'facilitator' },
    agreements: { version: '1', items: [{ en: 'What is said here stays here.' }] },
    expected: 4,
    status: 'scheduled',
  });
  const meetings = [meeting('asking', 'Asking for help'), meeting('sleep', 'Sleep and calm')];

  const recordedAt = from(0).toISOString();
  const kinds = ['programme', 'personal', 'connection'];
  const milestones = Array.from({ length: 15 }, (_, i) => ({
    id: `m${i}`,
    personId: 'jordan',
    kind: kinds[i % 3],
    title: { en: `Week ${15 - i} done` },
    on: on(-7 * i),
    timeZone,
    reached: true,
    recordedAt,
    celebrations: i === 1 ? [{ id: 'c', reaction: 'heart', from: maya, at: recordedAt }] : [],
  }));
  const coming = { ...milestones[1], id: 'next', on: on(9), reached: false, celebrations: [] };
  const chapter = (id, startedOn, endedOn) => ({ id, startedOn, endedOn, timeZone, recordedAt });
  const chapters = [chapter('first', on(-180), on(-47)), chapter('second', on(-47))];

  const checkIns = [1, 2, 3, 5].map((ago) => ({
    id: `check-in-${ago}`,
    personId: 'jordan',
    on: on(-ago),
    timeZone,
    receivedAt: recordedAt,
    response: {
      resourceType: 'QuestionnaireResponse',
      status: 'completed',
      item: [{ linkId: 'mood', answer: [{ valueDecimal: 5 }] }],
    },
  }));

  const pairing = {
    id: 'jordan-maya',
    participant: person,
    mentor: maya,
    status: 'active',
    phase: 'programme',
    ...{ requestedAt: recordedAt, expiresAt: recordedAt, changedAt: recordedAt },
    continuingConsent: [],
  };
  const messages = ['How was today?', 'Long. I slept six hours, though.'].map((text, i) => ({
    id: `letter-${i}`,
    pairingId: pairing.id,
    kind: 'message',
    text,
    from: i ? person : maya,
    sentAt: recordedAt,
    kept: false,
  }));

  const page = async (items) => ({ items });
  return {
    watch: () => () => {},
    session: {
      current: async () => ({
        person,
        clinic: { id: 'clinic', name: 'Clinic' },
        timeZone,
        region: 'US',
      }),
    },
    mentors: { match: async () => match, suggest: () => page([match]) },
    // With a mentor nobody can be asked: the card of another one is shown as it is before that.
    pairings: { list: ({ mentorId }) => page(mentorId ? [] : [pairing]) },
    consents: { list: () => page([]) },
    messages: { list: () => page(messages), update: async () => messages[0] },
    sessions: {
      list: () => page(meetings),
      get: async (id) => meetings.find((m) => m.id === id),
      accept: async (id, version) =>
        Object.assign(
          meetings.find((m) => m.id === id),
          { accepted: { version, at: recordedAt } },
        ),
      access: async () => ({ transport: 'mesh', room: 'a-room', iceServers: [] }),
      attend: async (attendance) => attendance,
      openings: () => page([]),
    },
    milestones: {
      record: async () => ({ personId: 'jordan', label: 'in-recovery', chapters }),
      list: ({ when }) => page(when === 'coming' ? [coming] : milestones),
    },
    checkIns: { list: () => page(checkIns) },
    drafts: { get: async () => null, put: async () => {}, remove: async () => {} },
    safety: {
      policy: async () => ({ recipient: { en: 'your care team' }, hours: [], timeZone }),
      list: () => page([]),
    },
  };
}

export const clinicScript = `<script>window.clinic = (${clinic})();</script>`;
