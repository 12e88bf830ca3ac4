/**
 * A room of invented people, and counts of what a page holds on to. It runs in the page; the script
 * puts `makeCrowd` and `left` there, apart from the bundle that is weighed.
 */
function crowd() {
  const timers = new Set();
  for (const kind of ['Interval', 'Timeout']) {
    const set = window[`set${kind}`];
    const clear = window[`clear${kind}`];
    window[`set${kind}`] = (run, ms, ...rest) => {
      const id = set(
        (...args) => {
          if (kind === 'Timeout') timers.delete(id);
          run(...args);
        },
        ms,
        ...rest,
      );
      timers.add(id);
      return id;
    };
    window[`clear${kind}`] = (id) => {
      timers.delete(id);
      clear(id);
    };
  }
  const live = new Set();
  window.left = () => ({
    timers: timers.size,
    tracks: live.size,
  });

  const audio = (context) => context.createMediaStreamDestination().stream.getAudioTracks()[0];

  window.makeCrowd = () => {
    const listeners = new Set();
    let state = { connection: 'idle', people: [] };
    let context;
    const set = (change) => {
      state = { ...state, ...change };
      for (const listener of listeners) listener(state);
    };
    const person = (n, more) => ({
      id: `person-${n}`,
      name: `Person ${String(n).padStart(2, '0')}`,
      self: false,
      microphone: true,
      camera: false,
      speaking: false,
      connection: 'connected',
      ...more,
    });
    return {
      get state() {
        return state;
      },
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      async join({ name }) {
        context = new AudioContext();
        const audioTrack = audio(context);
        live.add(audioTrack);
        set({ connection: 'joined', people: [person(0, { name, self: true, audioTrack })] });
      },
      async leave() {
        for (const { audioTrack } of state.people) {
          audioTrack?.stop();
          if (audioTrack?.readyState === 'ended') live.delete(audioTrack);
        }
        await context?.close();
        state = { connection: 'left', people: [] };
      },
      async setMicrophone() {},
      async setCamera() {},
      async setHand() {},
      arrive(n) {
        const others = Array.from({ length: n }, (_, i) => person(i + 1));
        set({ people: [state.people[0], ...others] });
      },
      /** A tenth of a second: two people of all change. Returns their names. */
      tick(n) {
        const wanted = new Set([1 + (n % 49), 1 + ((n * 7) % 49)]);
        const changed = [];
        const people = state.people.map((one, i) => {
          if (!wanted.has(i)) return one;
          changed.push(one.name);
          return { ...one, speaking: !one.speaking };
        });
        set({ people });
        return changed;
      },
    };
  };
}

export const crowdScript = `<script>(${crowd})();</script>`;
