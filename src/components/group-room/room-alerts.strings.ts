import type { RoomReport } from '../../client/model/room-report.js';

/** Words about what people in this session told the care team; for who runs it. */
export const alertsEnglish = {
  title: 'Told to the care team from this session',
  hint: 'Your care team sees these too. “Seen” notes that you have looked. Who told it is not shown.',
  about: 'About {name}',
  reasons: {
    unkind: 'Somebody says they were unkind or threatening.',
    'private-questions': 'Somebody says they asked for private things, money or to meet.',
    recording: 'Somebody thinks they may be recording.',
    unsafe: 'Somebody worries about their safety, or about somebody else’s.',
    other: 'Somebody asks you to look at something.',
  } as Readonly<Record<RoomReport, string>>,
  words: 'In their words: “{words}”',
  call: 'Asked for support while no facilitator was here.',
  gone: 'Somebody who is not here now',
  came: 'Somebody in this session told the care team something. Open “Facilitate” to look.',
  seen: 'Seen',
  seenName: 'Seen: {name}, {time}',
  noted: 'It is noted that you have seen this.',
  done: 'You have seen this',
  failed: 'This did not get through. Please try again.',
};
export type AlertsStrings = typeof alertsEnglish;
