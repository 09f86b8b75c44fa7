// Decisions that give up money and wait for their second person, inside the organization of the open transaction.
import type { Program, Verdict, WriteOffReason } from '@medspasync/schemas';
import type { PatientSeal } from '../../../platform/crypto/index.ts';
import { currentEntityManager, currentOrganizationId } from '../../../platform/database/index.ts';
import {
  AWAITS_APPROVAL,
  IS_PROPOSED,
  PROPOSED_CENTS,
  PROPOSED_REST_CENTS,
} from '../results/result-state.ts';
import { notePlace, restNotePlace } from '../results/sealed-words.ts';
import { LATER_RUNS } from '../sales/claims-sql.ts';

export interface ProposedWriteOff {
  jobId: string;
  resultId: string;
  decisionId: string;
  program: Program | null;
  location: string | null;
  /** `YYYY-MM-DD` */
  happenedOn: string | null;
  cents: number;
  verdict: Verdict;
  /** Of what is left of a redemption that was paid in part. */
  isRest: boolean;
  /** Of a write-off. */
  reason: WriteOffReason | null;
  note: string | null;
  proposedById: string;
  /** Null for someone who is no longer a member. */
  proposedBy: string | null;
  proposedAt: Date;
}

type Row = ProposedWriteOff & { keyId: string | null; happened_on: unknown };

// A proposal that later jobs have carried is one proposal: the latest job that says anything of its row counts, also where it
// was withdrawn or opened again there.
const LATEST = `
  WITH told AS (
    SELECT result_id FROM decisions WHERE organization_id = $1 AND (verdict = 'written_off' OR needs_approval)
    UNION SELECT result_id FROM reopened_decisions WHERE organization_id = $1
  ), latest AS (
    SELECT DISTINCT ON (t.lineage_id) r.*
    FROM told JOIN job_results r ON r.organization_id = $1 AND r.id = told.result_id
    JOIN jobs j ON j.organization_id = $1 AND j.id = r.job_id
    JOIN transactions t ON t.organization_id = $1 AND t.id = r.subject_id
    ORDER BY t.lineage_id, j.completed_at DESC, r.id
  )`;

// What is left of a redemption goes by the redemption: the latest job that has it counts. Nobody can approve what is left of a
// version that a file has corrected, once a later job has read the correction.
const PROPOSED = `${LATEST}, proposed AS (
    SELECT d.id AS "decisionId", d.job_id AS "jobId", d.result_id AS "resultId", r.program, r.location, r.happened_on,
           ${PROPOSED_CENTS} AS cents, d.verdict, d.reason, d.note, d.key_id AS "keyId", d.decided_by AS "proposedById",
           d.decided_at AS "proposedAt", false AS "isRest"
    FROM latest r JOIN decisions d ON d.organization_id = $1 AND d.result_id = r.id AND d.undone_at IS NULL
    WHERE ${AWAITS_APPROVAL}
    UNION ALL
    SELECT rest.id, r.job_id, r.id, r.program, r.location, r.happened_on, rest.cents, 'written_off', rest.reason, rest.note,
           rest.key_id, rest.decided_by, rest.decided_at, true
    FROM rest_write_offs rest
    CROSS JOIN LATERAL (
      SELECT r.* FROM job_results r JOIN jobs j ON j.organization_id = $1 AND j.id = r.job_id AND j.status = 'completed'
      WHERE r.organization_id = $1 AND r.side = 'reward' AND r.subject_id = rest.redemption_id
      ORDER BY j.completed_at DESC, r.id LIMIT 1) AS r
    JOIN jobs j ON j.organization_id = $1 AND j.id = r.job_id
    JOIN transactions redemption ON redemption.organization_id = $1 AND redemption.id = rest.redemption_id
    WHERE rest.organization_id = $1 AND rest.undone_at IS NULL AND ${PROPOSED_REST_CENTS} > 0
      AND (redemption.superseded_by IS NULL OR NOT EXISTS (SELECT ${LATER_RUNS}))
  )`;

export class WriteOffsRepository {
  constructor(private readonly seal: PatientSeal) {}

  /** Of several who approve at once, one is first. @returns whether it was this one. */
  async approve(decisionId: string, approvedBy: string): Promise<boolean> {
    const [, approved] = await currentEntityManager().query<[unknown, number]>(
      `UPDATE decisions d SET approved_by = $3, approved_at = now()
       WHERE organization_id = $1 AND id = $2 AND undone_at IS NULL AND ${IS_PROPOSED} AND decided_by <> $3`,
      [currentOrganizationId(), decisionId, approvedBy],
    );
    return approved === 1;
  }

  /** The oldest first, each row once however many jobs have it. */
  async listProposed(limit: number): Promise<ProposedWriteOff[]> {
    const organizationId = currentOrganizationId();
    const rows = await currentEntityManager().query<Row[]>(
      `${PROPOSED} SELECT p.*, to_char(p.happened_on, 'YYYY-MM-DD') AS "happenedOn",
              (SELECT u.display_name FROM users u WHERE u.id = p."proposedById") AS "proposedBy"
       FROM proposed p ORDER BY p."proposedAt", p."decisionId" LIMIT $2`,
      [organizationId, limit],
    );
    return rows.map(({ happened_on: _day, keyId, note, ...row }) => {
      const place = (row.isRest ? restNotePlace : notePlace)(organizationId, row.decisionId);
      const isSaid = note !== null && keyId !== null;
      return { ...row, note: isSaid ? this.seal.open(place, { keyId, token: note }).toString() : null };
    });
  }

  async totals(): Promise<{ total: number; cents: number }> {
    const [row] = await currentEntityManager().query<{ total: number; cents: number }[]>(
      `${PROPOSED} SELECT count(*)::int AS total, coalesce(sum(cents), 0)::float8 AS cents FROM proposed`,
      [currentOrganizationId()],
    );
    return row!;
  }
}
