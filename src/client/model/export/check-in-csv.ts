import type { CheckIn } from '../check-in.js';
import { inLanguage } from '../localized-text.js';
import { answeredItems, plainAnswer, type ResponseAnswer } from '../questionnaire-response.js';
import { toCsv } from './csv.js';

/** Words of the sheet, in the person's language. */
export interface CsvWords {
  readonly locale: string;
  /** Day, time, questionnaire, question, answer. */
  readonly columns: readonly [string, string, string, string, string];
  readonly yes: string;
  readonly no: string;
  readonly score: string;
}

/** A row for every answer and every score. */
export function checkInCsv(checkIns: readonly CheckIn[], words: CsvWords): string {
  const rows = checkIns.flatMap(({ on, receivedAt, response, score }) => {
    const head = [on, response.authored ?? receivedAt, response.questionnaire ?? ''];
    const answers = [...answeredItems(response.item)].flatMap(({ linkId, text, answer }) =>
      (answer ?? []).map((a) => [...head, text ?? linkId, answerText(a, words)]),
    );
    if (!score) return answers;
    const { total, max, band } = score;
    const read = `${total} / ${max} (${inLanguage(band.label, words.locale)})`;
    return [...answers, [...head, words.score, read]];
  });
  return toCsv([words.columns, ...rows]);
}

function answerText(answer: ResponseAnswer, words: CsvWords): string {
  const plain = answer.valueCoding?.display ?? plainAnswer(answer);
  if (typeof plain === 'boolean') return plain ? words.yes : words.no;
  if (plain !== undefined) return String(plain);
  // A kind of answer that we do not know by name, a quantity for example, is still the person's.
  const [, other] = Object.entries(answer).find(([key]) => key.startsWith('value')) ?? [];
  return other === undefined ? '' : JSON.stringify(other);
}
