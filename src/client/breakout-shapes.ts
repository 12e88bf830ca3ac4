// Made from the schemas of the model by `npm run shapes`. Do not edit.
import type { RoomBreakouts } from './model/breakouts.js';
import type { Shape } from './shape.js';

export const RoomBreakoutsShape: Shape<RoomBreakouts> = {
  you: 's',
  running: [
    {
      startedAt: 't',
      endsAt: 't',
      pairs: [
        {
          id: 's',
          people: [
            { guest: 's', name: 's', 'at?': '=pair|group', 'callsSince?': 't', 'seen?': 'b' },
          ],
        },
      ],
    },
    '0',
  ],
  'pairings?': [{ mentor: 's', mentee: 's' }],
};
