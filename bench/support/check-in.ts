import type pg from 'pg';

const QUESTIONNAIRE = 'https://example.org/Questionnaire/daily';
/** What is sent: a daily check-in of one answer. */
export const checkIn = {
  on: '2026-01-02',
  timeZone: 'UTC',
  response: {
    ...{ resourceType: 'QuestionnaireResponse', status: 'completed' },
    questionnaire: QUESTIONNAIRE,
    item: [{ linkId: 'mood', answer: [{ valueInteger: 7 }] }],
  },
};

/**
 * Puts people, check-ins and grants into the lists that they are in, past the service: it is quicker.
 * @param owners A pattern of the ids of those whose they are.
 */
export async function listRecords(
  client: pg.Client,
  tenant: string,
  owners: string,
): Promise<void> {
  // The keys of the collections, UTF-16: here with a bar for U+0000, which no text may hold.
  await client.query(
    `INSERT INTO record_order (tenant_id, kind, id, key)
      SELECT $1, kind, id, decode(replace(
        regexp_replace(encode(convert_to(list, 'UTF8'), 'hex'), '(..)', '00\\1', 'g'),
        '007c', '0000'), 'hex')
      FROM records, LATERAL (
        SELECT 'person|role|participant|' || id WHERE kind = 'person'
        UNION ALL SELECT 'check-in|of|' || owner_id || '|2026-01-02|2026-01-02T12:00:00.000Z|' || id
          WHERE kind = 'check-in'
        UNION ALL SELECT 'check-in|to|' || owner_id || '|' || $2::text ||
          '|2026-01-02|2026-01-02T12:00:00.000Z|' || id WHERE kind = 'check-in'
        UNION ALL SELECT 'grant|of|' || person || '|2026-01-01T12:00:00.000Z|' || id
          FROM unnest(ARRAY[owner_id, 'm-open']) person WHERE kind = 'grant'
        UNION ALL SELECT 'grant|between|' || owner_id || '|m-open|' || id WHERE kind = 'grant'
      ) AS lists (list)
      WHERE tenant_id = $1 AND owner_id LIKE $3`,
    [tenant, QUESTIONNAIRE, owners],
  );
}
