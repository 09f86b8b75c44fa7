// Which void or refund took which redemption back, over all files, inside the organization of the open transaction.
import { currentEntityManager, currentOrganizationId } from '../../platform/database/index.ts';

const IS_REVERSAL = `t.side = 'reward' AND t.type IN ('void', 'refund')`;

/** Rows of upload $2 that take something back, and are not known to yet. */
const UNLINKED = `
  SELECT t.id, u.row_number AS row FROM transactions t
  JOIN upload_rows u ON u.organization_id = $1 AND u.upload_id = $2 AND u.transaction_id = t.id
  WHERE t.organization_id = $1 AND ${IS_REVERSAL} AND t.superseded_by IS NULL AND t.amount_cents > 0
    AND NOT EXISTS (SELECT FROM reversals x WHERE x.organization_id = $1 AND x.reversal_id = t.id)
  ORDER BY u.position`;

// What the engine would look at if all files were one: the same amount, and the same code, invoice or anything of the patient.
const CANDIDATES = `
  SELECT t.id AS "reversalId", c.id, c.lineage_id AS "lineageId", c.upload_id <> t.upload_id AS "isLater", EXISTS (
      SELECT FROM upload_rows u WHERE u.organization_id = $1 AND u.upload_id = $2 AND u.transaction_id = c.id) AS "isBeside"
  FROM transactions t
  JOIN transactions c ON c.organization_id = $1 AND c.side = 'reward' AND c.amount_cents = t.amount_cents
    AND c.superseded_by IS NULL AND c.type IS DISTINCT FROM 'void' AND c.type IS DISTINCT FROM 'refund'
    AND (c.program IS NULL OR t.program IS NULL OR c.program = t.program)
    AND (lower(c.reference) = lower(t.reference) OR lower(c.invoice_id) = lower(t.invoice_id)
      OR c.patient_hashes && t.patient_hashes)
  WHERE t.organization_id = $1 AND t.id = ANY ($3)
    AND NOT EXISTS (SELECT FROM reversals x WHERE x.organization_id = $1 AND x.redemption_id = c.lineage_id)
  ORDER BY c.date, c.id`;

const REMOVE_STALE = `
  DELETE FROM reversals x WHERE x.organization_id = $1 AND NOT EXISTS (
    SELECT FROM transactions t WHERE t.organization_id = $1 AND t.id = x.reversal_id AND t.superseded_by IS NULL)
  RETURNING x.redemption_id AS id`;

const RESULTS_ABOUT = `
  SELECT r.job_id AS "jobId", array_agg(r.id) AS "resultIds" FROM transactions t
  JOIN job_results r ON r.organization_id = $1 AND r.side = 'reward' AND r.subject_id = t.id
  JOIN jobs j ON j.organization_id = $1 AND j.id = r.job_id AND j.status = 'completed'
  WHERE t.organization_id = $1 AND (t.id = ANY ($2) OR (t.lineage_id = ANY ($2) AND t.version > 1))
  GROUP BY r.job_id`;

/** A row of a file, as a spreadsheet numbers it; null for a request body. */
export interface ReversalRow {
  id: string;
  row: number | null;
}

export interface ReversalCandidate {
  reversalId: string;
  id: string;
  lineageId: string;
  /** The upload has it, too. */
  isBeside: boolean;
  /** It came in an earlier upload than the reversal. */
  isLater: boolean;
}

export class ReversalsRepository {
  async areAny(): Promise<boolean> {
    const rows = await query<unknown>('SELECT FROM reversals WHERE organization_id = $1 LIMIT 1', []);
    return rows.length > 0;
  }

  unlinked(uploadId: string): Promise<ReversalRow[]> {
    return query(UNLINKED, [uploadId]);
  }

  /** The redemptions that each of these may take back, the oldest first. */
  candidates(uploadId: string, reversalIds: readonly string[]): Promise<ReversalCandidate[]> {
    return query(CANDIDATES, [uploadId, reversalIds]);
  }

  async add(links: readonly Omit<ReversalCandidate, 'id' | 'isBeside'>[]): Promise<void> {
    await query(
      `INSERT INTO reversals (organization_id, reversal_id, redemption_id, is_later)
       SELECT $1, * FROM unnest($2::uuid[], $3::uuid[], $4::boolean[])`,
      [
        links.map(({ reversalId }) => reversalId),
        links.map(({ lineageId }) => lineageId),
        links.map(({ isLater }) => isLater),
      ],
    );
  }

  /** Of rows that are gone, or corrected since. @returns the redemptions that stand again. */
  async removeStale(): Promise<string[]> {
    const [gone] = await currentEntityManager().query<[{ id: string }[], number]>(REMOVE_STALE, [
      currentOrganizationId(),
    ]);
    return gone.map(({ id }) => id);
  }

  /** Rows of completed jobs about these redemptions, in whatever version. */
  resultsAbout(lineageIds: readonly string[]): Promise<{ jobId: string; resultIds: string[] }[]> {
    return query(RESULTS_ABOUT, [lineageIds]);
  }
}

const query = <Row>(sql: string, parameters: readonly unknown[]): Promise<Row[]> =>
  currentEntityManager().query<Row[]>(sql, [currentOrganizationId(), ...parameters]);
