import type { CheckIn } from '../../../model/check-in.js';
import type { ResponseItem } from '../../../model/questionnaire-response.js';
import { randomFrom } from '../random.js';
import { ZONE, type Times } from './times.js';

const QUESTIONNAIRE = 'https://wayfellow.dev/fhir/Questionnaire/daily-check-in|1.0.0';

const REFLECTIONS = [
  'Long day. I came anyway.',
  'Called my sister instead of sitting with it.',
  'The breathing thing worked, sort of.',
  'Hard evening. Went to bed early.',
  'Made breakfast with the kids.',
  'Walked past the store and kept walking.',
  'Group helped more than I thought.',
  'Slept through the night!',
];

/**
 * A slow and uneven way up, with the gaps that a month has. Today is still to come.
 * @param until Days since the last one.
 */
export function dailyCheckIns(
  times: Times,
  personId: string,
  days: number,
  seed: number,
  until = 1,
): CheckIn[] {
  const random = randomFrom(seed);
  const found: CheckIn[] = [];
  for (let ago = days; ago >= until; ago--) {
    const progress = 1 - ago / days;
    // A harder stretch in the middle, as there is in most months.
    const dip = Math.abs(progress - 0.55) < 0.08 ? 2 : 0;
    const around = (from: number, to: number) =>
      Math.round(Math.min(10, Math.max(0, from + (to - from) * progress + random() * 2.4 - 1.2)));
    const mood = Math.max(0, around(4, 7) - dip);
    const craving = Math.min(10, around(7, 3) + dip);
    const sleep = around(5, 7);
    const confidence = Math.max(0, around(4, 7) - dip / 2);
    const [skipped, connected, said] = [random() < 0.28, random() < 0.45 + progress / 2, random()];
    if (skipped) continue;
    const reflection = said < 0.4 ? REFLECTIONS[Math.floor(random() * REFLECTIONS.length)] : null;
    const at = times.at(-ago, 20 + Math.floor(random() * 8) / 4);
    const item: ResponseItem[] = [
      ...Object.entries({ mood, craving, sleep }).map(number),
      { linkId: 'connected', answer: [{ valueBoolean: connected }] },
      number(['confidence', confidence]),
      { linkId: 'use', answer: [{ valueCoding: { code: dip ? 'prefer-not-to-say' : 'none' } }] },
      { linkId: 'call', answer: [{ valueBoolean: dip > 0 && mood < 4 }] },
      ...(reflection ? [{ linkId: 'reflection', answer: [{ valueString: reflection }] }] : []),
    ];
    found.push({
      id: `check-in-${personId}-${ago}`,
      personId,
      receivedAt: at,
      on: times.day(-ago),
      timeZone: ZONE,
      response: {
        resourceType: 'QuestionnaireResponse',
        questionnaire: QUESTIONNAIRE,
        status: 'completed',
        authored: at,
        item,
      },
    });
  }
  return found;
}

const number = ([linkId, valueInteger]: [string, number]): ResponseItem => ({
  linkId,
  answer: [{ valueInteger }],
});
