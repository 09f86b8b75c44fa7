// Which overdue redemptions somebody was told of, inside the organization of the open transaction: each once, until it is paid or
// given up and opens again.
import { currentEntityManager, currentOrganizationId } from '../../platform/database/index.ts';
import { type OpenedOverdue, type StateTerms, termsAsJson } from '../reconciliation/index.ts';
import { REDEMPTIONS } from './ledger-sql.ts';

// Between two nights a redemption may be paid, or written off, and open again: only what was undone tells of it.
const UNDONE = `
  SELECT t.lineage_id, s.undone_at FROM reimbursed_shares s
  JOIN transactions t ON t.organization_id = $1 AND t.id = s.redemption_id
  WHERE s.organization_id = $1 AND s.undone_at IS NOT NULL
  UNION ALL
  SELECT t.lineage_id, d.undone_at FROM decisions d
  JOIN job_results r ON r.organization_id = $1 AND r.id = d.result_id
  JOIN transactions t ON t.organization_id = $1 AND t.id = r.reward_transaction_id
  WHERE d.organization_id = $1 AND d.undone_at IS NOT NULL AND d.verdict = 'written_off'
    AND (d.approved_at IS NOT NULL OR NOT d.needs_approval)`;

// A day more: where the clinic is, it may be another one than here.
const NOTE_OPENED = `${REDEMPTIONS}, overdue AS MATERIALIZED (
    SELECT id, lineage_id, expected_on FROM redemptions WHERE state = 'NOT_REIMBURSED' AND ($5::uuid[] IS NULL OR lineage_id IN (
      SELECT t.lineage_id FROM transactions t WHERE t.organization_id = $1 AND t.id = ANY ($5)))
  ), reopened AS (
    SELECT lineage_id, max(undone_at) AS at FROM (${UNDONE}) AS undone
    WHERE undone_at >= now() - make_interval(days => $3::int) GROUP BY lineage_id
  ), opened AS MATERIALIZED (
    SELECT o.* FROM overdue o
    LEFT JOIN reopened ON reopened.lineage_id = o.lineage_id
    LEFT JOIN announced_overdue a ON a.organization_id = $1 AND a.lineage_id = o.lineage_id
    WHERE CASE WHEN a.lineage_id IS NULL THEN o.expected_on >= current_date - 2 - $3::int OR reopened.at IS NOT NULL
      ELSE a.closed_at IS NOT NULL OR reopened.at > a.announced_at END
  ), noted AS (
    INSERT INTO announced_overdue (organization_id, lineage_id) SELECT $1::uuid, lineage_id FROM opened
    ON CONFLICT (organization_id, lineage_id) DO UPDATE SET announced_at = excluded.announced_at, closed_at = NULL
  ), closed AS (
    UPDATE announced_overdue a SET closed_at = now()
    WHERE $5::uuid[] IS NULL AND a.organization_id = $1 AND a.closed_at IS NULL AND a.lineage_id NOT IN (SELECT lineage_id FROM overdue)
  )
  SELECT (SELECT count(*)::int FROM opened) AS redemptions,
         ARRAY(SELECT id::text FROM opened ORDER BY expected_on, id LIMIT $4) AS "firstIds"`;

export class OverdueRepository {
  /** @param terms what states are told by, inside the open transaction. */
  constructor(private readonly terms: () => Promise<StateTerms>) {}

  /**
   * Notes which redemptions are overdue and were not told of since they opened: by their day, or because somebody undid what had
   * paid them or given them up. @param days what is caught up with. @param limit of the ids, the oldest first.
   * @param among redemptions, in whatever version, that alone may have opened; null: all.
   */
  async noteOpened(
    days: number,
    limit: number,
    among: readonly string[] | null = null,
  ): Promise<OpenedOverdue> {
    const [opened] = await currentEntityManager().query<OpenedOverdue[]>(NOTE_OPENED, [
      currentOrganizationId(),
      termsAsJson(await this.terms()),
      days,
      limit,
      among,
    ]);
    return opened!;
  }
}
