import { BackendError } from '../../errors.js';
import type { Celebration } from '../../model/celebration.js';
import { chipsComing, chipsEarned, type DatedChip } from '../../model/chip.js';
import { localDateAt } from '../../model/date-time.js';
import type { LocalizedText } from '../../model/localized-text.js';
import {
  chipCelebrations,
  milestones,
  people,
  recoveryRecords,
  type Profile,
  type StoredMilestone,
} from './collections.js';
import type { Call } from './engine.js';

const SPANISH = { hours: 'horas', days: 'días', months: 'meses', years: 'años' };

/** The day on the owner's calendar. */
export function todayOf({ session }: Profile, now: Date): string {
  return localDateAt(now, session.timeZone);
}

/** Chips as milestones. They are computed from the record; only their celebrations are stored. */
export async function chipsOf(
  { records, now }: Call,
  owner: Profile,
  when: 'past' | 'coming',
): Promise<StoredMilestone[]> {
  const record = await records.find(recoveryRecords, owner.id);
  if (!record) return [];
  const chips = (when === 'past' ? chipsEarned : chipsComing)(record, todayOf(owner, now));
  return chips.map((chip) => {
    const chapter = record.chapters.find((c) => c.id === chip.chapterId);
    return {
      id: `chip:${chip.chapterId}:${chip.code}`,
      personId: owner.id,
      kind: 'chip',
      chip: chip.code,
      title: titleOf(chip),
      on: chip.on,
      timeZone: chapter?.timeZone ?? owner.session.timeZone,
      recordedAt: chapter?.recordedAt ?? now.toISOString(),
      celebrations: [],
    };
  });
}

/** A milestone by id, and whose it is. */
export async function locate(
  call: Call,
  id: string,
): Promise<{ milestone: StoredMilestone; owner: Profile }> {
  const { records } = call;
  if (!id.startsWith('chip:')) {
    const milestone = await records.get(milestones, id);
    return { milestone, owner: await records.get(people, milestone.personId) };
  }
  const chapterId = id.slice('chip:'.length, id.lastIndexOf(':'));
  const [record] = await records.all(recoveryRecords, ['chapter', chapterId]);
  const owner = record && (await records.get(people, record.personId));
  const milestone = owner && (await chipsOf(call, owner, 'past')).find((chip) => chip.id === id);
  if (!milestone) throw new BackendError('not-found', { detail: 'milestone' });
  return { milestone, owner };
}

export async function celebrationsOf(
  { records }: Call,
  milestone: StoredMilestone,
): Promise<Celebration[]> {
  if (milestone.kind !== 'chip') return milestone.celebrations;
  return (await records.find(chipCelebrations, milestone.id))?.celebrations ?? [];
}

export async function replaceCelebrations(
  { records }: Call,
  milestone: StoredMilestone,
  celebrations: Celebration[],
): Promise<StoredMilestone> {
  if (milestone.kind === 'chip')
    await records.put(chipCelebrations, { id: milestone.id, celebrations });
  else await records.put(milestones, { ...milestone, celebrations });
  return { ...milestone, celebrations };
}

function titleOf({ count, unit }: DatedChip): LocalizedText {
  const one = count === 1;
  return {
    en: `${count} ${one ? unit.slice(0, -1) : unit}`,
    es: `${count} ${one ? SPANISH[unit].replace(/e?s$/, '') : SPANISH[unit]}`,
  };
}
