import { html, nothing, type TemplateResult } from 'lit';
import { occurrences } from '../../client/model/availability.js';
import { wallClockAt } from '../../client/model/date-time.js';
import type { Mentor } from '../../client/model/mentor.js';
import { authored } from '../shared/authored.js';
import type { LocalizeController } from '../shared/controllers/localize-controller.js';
import { fill } from '../shared/fill.js';
import {
  dayNames,
  groupByTime,
  timeRange,
  zoneName,
  type DayGroup,
} from '../shared/weekly-hours.js';
import type { MentorCardStrings } from './mentor-card.strings.js';

/** What is told on request: the mentor's story and the hours that they have in most weeks. */
export function story(
  localize: LocalizeController<MentorCardStrings>,
  mentor: Mentor,
  timeZone: string,
  now: Date,
): TemplateResult {
  const { t, locale } = localize;
  const weekly = weeklyIn(mentor, timeZone, now);
  return html`<div class="story">
    ${
      mentor.story
        ? html`<h3>${t.story}</h3>
            <p>${authored(mentor.story, localize)}</p>`
        : nothing
    }
    ${
      weekly.length
        ? html`<h3>${t.weekly}</h3>
            <ul>
              ${weekly.map(
                ({ days, from, to }) =>
                  html`<li>${dayNames(locale, days)}, ${timeRange(locale, from, to)}</li>`,
              )}
            </ul>
            <p class="muted small">${fill(t.zone, { zone: zoneName(locale, timeZone, now) })}</p>`
        : nothing
    }
  </div>`;
}

/** A mentor's usual hours on the wall clock of `timeZone`, as they fall in the week from `now`. */
function weeklyIn(mentor: Mentor, timeZone: string, now: Date): DayGroup[] {
  const hours = occurrences({ hours: mentor.availability, timeZone: mentor.timeZone }, now, 7)
    // One that is going on is cut at now; it comes again, whole, in seven days.
    .filter(({ start }) => +start > +now)
    .map(({ start, end }) => {
      const { weekday, minutes } = wallClockAt(start, timeZone);
      return { weekday, from: minutes, to: minutes + (+end - +start) / 60_000 };
    });
  return groupByTime(hours);
}
