// Which rows an upload stands for, in its order, and what each was when it came: new, the same, changed.
import type {
  Recognition,
  RecognitionCountsWire,
  RecognizedRowWire,
  TransactionField,
} from '@medspasync/schemas';
import { currentOrganizationId, currentStatements } from '../../platform/database/organization-scope.ts';

export interface UploadRow {
  /** Order in the upload, from 0. */
  position: number;
  /** Line of the file as a spreadsheet numbers it; null for a request body. */
  rowNumber: number | null;
  /** What a row without an id of its own is called. */
  rowName: string | null;
  transactionId: string;
  recognition: Recognition;
  /** Of a new one: its patient has brought the code before, for the same amount. */
  repeatsCode: boolean;
}

const PAGE_ROWS = 5000;

// Which batches say it, then which of their lines: most searches are for one of hundreds of batches.
export const FIND_SAYING = `
  SELECT line.id FROM upload_words w
  CROSS JOIN LATERAL ROWS FROM (unnest(w.transaction_ids), string_to_table(w.words, E'\\n')) AS line (id, words)
  WHERE w.organization_id = $1 AND w.upload_id = ANY ($2) AND strpos(w.words, $3) > 0 AND strpos(line.words, $3) > 0`;

export class UploadRowsRepository {
  /**
   * @param batch neighbors, in the order of the upload.
   * @param words what each of them says in the open: a line in lower case.
   */
  async addBatch(uploadId: string, batch: readonly UploadRow[], words: readonly string[]): Promise<void> {
    await currentStatements().query(
      `WITH searched AS (
         INSERT INTO upload_words (organization_id, upload_id, first_position, transaction_ids, words)
         VALUES ($1, $2, $4, $5, $6))
       INSERT INTO upload_rows (organization_id, upload_id, position, row_number, row_name, transaction_id,
                                recognition, repeats_code)
       SELECT $1, $2, position, "rowNumber", "rowName", "transactionId", recognition, "repeatsCode"
       FROM json_to_recordset($3) AS batch (position integer, "rowNumber" integer, "rowName" text,
                                            "transactionId" uuid, recognition text, "repeatsCode" boolean)`,
      [
        currentOrganizationId(),
        uploadId,
        JSON.stringify(batch),
        batch[0]!.position,
        batch.map(({ transactionId }) => transactionId),
        words.join('\n'),
      ],
    );
  }

  async removeAll(uploadId: string): Promise<void> {
    for (const table of ['upload_rows', 'upload_words'])
      await currentStatements().query(`DELETE FROM ${table} WHERE organization_id = $1 AND upload_id = $2`, [
        currentOrganizationId(),
        uploadId,
      ]);
  }

  /** The transactions of these uploads that say `text`, or part of what it says, in the open. @returns their ids. */
  async findSaying(uploadIds: readonly string[], text: string): Promise<string[]> {
    const rows = await currentStatements().query<{ id: string }[]>(FIND_SAYING, [
      currentOrganizationId(),
      uploadIds,
      text.toLowerCase(),
    ]);
    return rows.map(({ id }) => id);
  }

  async totals(uploadId: string): Promise<{ recognized: RecognitionCountsWire; totalCents: number }> {
    const [row] = await currentStatements().query<(RecognitionCountsWire & { totalCents: number })[]>(
      `SELECT count(*) FILTER (WHERE u.recognition = 'new')::int AS new,
              count(*) FILTER (WHERE u.recognition = 'same')::int AS same,
              count(*) FILTER (WHERE u.recognition = 'changed')::int AS changed,
              coalesce(sum(t.amount_cents), 0)::float8 AS "totalCents"
       FROM upload_rows u
       JOIN transactions t ON t.organization_id = u.organization_id AND t.id = u.transaction_id
       WHERE u.organization_id = $1 AND u.upload_id = $2`,
      [currentOrganizationId(), uploadId],
    );
    const { totalCents, ...recognized } = row!;
    return { recognized, totalCents };
  }

  /** The next rows after `position`; none means the end. */
  async pageAfter(
    uploadId: string,
    position: number,
  ): Promise<{ position: number; wire: RecognizedRowWire }[]> {
    const rows = await currentStatements().query<
      (Omit<UploadRow, 'transactionId' | 'rowName'> & { changedFields: TransactionField[] })[]
    >(
      `SELECT u.position, u.row_number AS "rowNumber", u.recognition, u.repeats_code AS "repeatsCode",
              CASE WHEN u.recognition = 'changed' THEN t.changed_fields ELSE '{}' END AS "changedFields"
       FROM upload_rows u LEFT JOIN transactions t ON u.recognition = 'changed'
         AND t.organization_id = u.organization_id AND t.id = u.transaction_id
       WHERE u.organization_id = $1 AND u.upload_id = $2 AND u.position > $3
       ORDER BY u.position LIMIT ${PAGE_ROWS}`,
      [currentOrganizationId(), uploadId, position],
    );
    return rows.map(({ changedFields, position: place, recognition, repeatsCode, rowNumber }) => ({
      position: place,
      wire: { row: rowNumber, recognition, changed_fields: changedFields, repeats_code: repeatsCode },
    }));
  }

  /** The places of rows that repeat a code, where they are not lines of a file. */
  async repeatedInRequest(uploadId: string): Promise<number[]> {
    const rows = await currentStatements().query<{ position: number }[]>(
      `SELECT position FROM upload_rows
       WHERE organization_id = $1 AND upload_id = $2 AND repeats_code AND row_number IS NULL ORDER BY position`,
      [currentOrganizationId(), uploadId],
    );
    return rows.map(({ position }) => position);
  }

  /** Whether another upload stands for a row that this one brought, or has replaced one. */
  async areSharedBy(uploadId: string): Promise<boolean> {
    const shared = await currentStatements().query<unknown[]>(
      `SELECT FROM transactions t
       WHERE t.organization_id = $1 AND t.upload_id = $2 AND (t.superseded_by IS NOT NULL OR EXISTS (
         SELECT FROM upload_rows u
         WHERE u.organization_id = t.organization_id AND u.transaction_id = t.id AND u.upload_id <> $2))
       LIMIT 1`,
      [currentOrganizationId(), uploadId],
    );
    return shared.length > 0;
  }
}
