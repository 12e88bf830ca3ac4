import { isWithin } from '../../../client/model/availability.js';
import { inLanguage } from '../../../client/model/localized-text.js';
import type { EscalationPolicy } from '../../../client/model/safety.js';
import { dayNames, groupByTime, timeRange, zoneName } from '../weekly-hours.js';
import { helpStrings } from './help.strings.js';

const WORDS = {
  en: {
    hours: '{who} can see an alert {hours} ({zone}).',
    always: '{who} can see an alert at any time, day and night.',
    never: 'No one is looking at alerts.',
    weekdays: 'on weekdays',
    everyDay: 'every day',
    days: 'on {days}',
    now: 'Someone is looking now.',
    notNow: 'It is not monitored now. For help right away, call or text.',
  },
  es: {
    hours: '{who} puede ver una alerta {hours} ({zone}).',
    always: '{who} puede ver una alerta a cualquier hora, de día y de noche.',
    never: 'Nadie está revisando las alertas.',
    weekdays: 'entre semana',
    everyDay: 'todos los días',
    days: 'los días {days}',
    now: 'Hay alguien atendiendo ahora.',
    notNow: 'Ahora nadie las está revisando. Si necesitas ayuda ya, llama o envía un texto.',
  },
};

/**
 * Who sees an alert, when, and whether somebody is looking at `now`: "Your care team can see an
 * alert on weekdays, 9 AM – 5 PM (Central Time). It is not monitored now. …". In both languages
 * without a file, as all of the help.
 */
export function escalationWords(locale: string, policy: EscalationPolicy, now: Date): string {
  const { lang } = helpStrings(locale);
  const t = WORDS[lang];
  const tag = locale.toLowerCase().startsWith(lang) ? locale : lang;
  const name = inLanguage(policy.recipient, tag);
  const who = name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
  const groups = groupByTime(policy.hours);
  if (!groups.length) return `${t.never} ${t.notNow}`;
  if (groups.length === 1 && groups[0]?.days.length === 7 && groups[0].to - groups[0].from === 1440)
    return `${t.always.replace('{who}', who)} ${t.now}`;
  const hours = groups.map(({ days, from, to }) => {
    const on =
      days.length === 7
        ? t.everyDay
        : days.join() === '1,2,3,4,5'
          ? t.weekdays
          : t.days.replace('{days}', dayNames(tag, days));
    return `${on}, ${timeRange(tag, from, to)}`;
  });
  const zone = zoneName(tag, policy.timeZone, now);
  const when = t.hours
    .replace('{who}', who)
    .replace('{hours}', new Intl.ListFormat(tag).format(hours))
    .replace('{zone}', zone);
  return `${when} ${isWithin(policy, now) ? t.now : t.notNow}`;
}
