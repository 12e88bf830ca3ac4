/** Words for trying out sound and connection; they come when somebody opens that. */
export const tryOutEnglish = {
  stop: 'Stop',
  microphone: {
    title: 'Hear yourself',
    about: 'We record 4 seconds and play them to you. Nobody else hears it, and nothing is kept.',
    start: 'Record and listen',
    recording: 'Recording now. Say a few words.',
    playing: 'This is how you sound.',
    done: 'Did you hear yourself? If not, try the speaker next, or choose another microphone.',
    failed: 'We could not record just now. You can still go in, and try again in the room.',
  },
  speaker: {
    title: 'Hear the speaker',
    about: 'We play three notes.',
    start: 'Play three notes',
    playing: 'Playing…',
    done: 'Did you hear three notes? If not, turn the sound up, and see where it goes: speaker, headphones or hearing aids.',
    failed: 'Your browser does not let us play a sound. Check that this page is not muted.',
  },
  network: {
    title: 'Test the connection',
    about: 'Takes a few seconds. It sends test data only, nothing about you.',
    start: 'Test the connection',
    testing: 'Testing…',
    offline: 'You are offline. Check your Wi-Fi or mobile data, and test again.',
    browser:
      'Video works in this browser. How good your connection to the others is, we can only tell in the room.',
    good: 'We reached the video service, there and back in {ms} ms. That is good for video.',
    fair: 'We reached the video service, there and back in {ms} ms, with {lost} of the data lost. Sound should work. If it stutters, turn your camera off.',
    noRelay:
      'We could not reach the video service. Your network may hold video back. Try another network, such as mobile data. You can still try to go in.',
    failed: 'This browser makes no video connections here. Try another browser or device.',
  },
};
export type TryOutStrings = typeof tryOutEnglish;
