import type { Experience, ExperienceKind } from '../../../model/experience.js';
import { t } from './times.js';

type Row = readonly [code: string, en: string, es: string];

const TABLE: Record<ExperienceKind, readonly Row[]> = {
  pathway: [
    ['mutual-aid', 'mutual aid groups', 'los grupos de ayuda mutua'],
    ['secular', 'secular groups', 'los grupos laicos'],
    ['faith', 'faith and community', 'la fe y la comunidad'],
    ['medication', 'medication for recovery', 'los medicamentos para la recuperación'],
    ['therapy', 'therapy', 'la terapia'],
  ],
  life: [
    ['parent', 'parents', 'madres o padres'],
    ['veteran', 'veterans', 'personas veteranas'],
    ['lgbtq', 'LGBTQ+', 'LGBTQ+'],
    ['student', 'students', 'estudiantes'],
    ['caregiver', 'caring for family', 'personas que cuidan de su familia'],
    ['newcomer', 'new to this country', 'personas recién llegadas al país'],
    ['health-worker', 'health care workers', 'personal de salud'],
    ['small-town', 'from a small town', 'de un pueblo pequeño'],
    ['reentry', 'home after prison', 'personas que volvieron a casa tras la prisión'],
    ['grief', 'grieving someone', 'personas en duelo'],
  ],
  condition: [
    ['anxiety', 'anxiety', 'ansiedad'],
    ['depression', 'depression', 'depresión'],
    ['ptsd', 'PTSD', 'TEPT'],
    ['bipolar', 'bipolar disorder', 'trastorno bipolar'],
  ],
  substance: [
    ['alcohol', 'alcohol', 'alcohol'],
    ['opioids', 'opioids', 'opioides'],
    ['stimulants', 'stimulants', 'estimulantes'],
    ['cannabis', 'cannabis', 'cannabis'],
  ],
};

/** An experience by its code. */
export function experience(code: string): Experience {
  for (const kind of Object.keys(TABLE) as ExperienceKind[])
    for (const [known, en, es] of TABLE[kind])
      if (known === code) return { kind, code, label: t(en, es) };
  throw new Error(`No experience "${code}"`);
}
