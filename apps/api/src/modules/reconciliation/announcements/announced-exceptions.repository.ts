// What webhooks were told is open, inside the organization of the open transaction: the same thing is told of once, until it is
// closed and opens again.
import type { ExceptionCode } from '@medspasync/schemas';
import { currentEntityManager, currentOrganizationId } from '../../../platform/database/index.ts';
import { STANDING_DECISION, type StateTerms, stateJoin, termsAsJson } from '../results/result-state.ts';
import { IS_SHOWN } from '../results/results-sql.ts';
import { LATER_RUNS } from '../sales/claims-sql.ts';

export interface OpenedExceptions {
  rows: number;
  byCode: Partial<Record<ExceptionCode, number>>;
  /** In the order of the report. */
  firstIds: string[];
}

// What somebody closed after it was told of, and is open all the same, has opened again. What was told of while it was within
// its days is news once more when they are over.
const NOTE_OPENED = `
  WITH rows AS MATERIALIZED (
    SELECT r.id, r.position, r.reason_codes, t.lineage_id, told.state, told.state IS NOT NULL AS is_open,
           a.lineage_id IS NULL OR (a.was_expected AND told.state <> 'EXPECTED') OR EXISTS (
             SELECT FROM reopened_decisions o JOIN decisions e ON e.organization_id = $1 AND e.id = o.decision_id
             WHERE o.organization_id = $1 AND o.result_id = r.id AND e.decided_at > a.announced_at)
           OR EXISTS (
             SELECT FROM decisions e WHERE e.organization_id = $1 AND e.result_id = r.id AND e.undone_at IS NOT NULL
               AND e.decided_at > a.announced_at AND e.verdict <> 'rejected'
               AND (e.approved_at IS NOT NULL OR NOT e.needs_approval)) AS is_new
    FROM job_results r JOIN transactions t ON t.organization_id = $1 AND t.id = r.subject_id
    LEFT JOIN announced_exceptions a ON a.organization_id = $1 AND a.lineage_id = t.lineage_id
    ${STANDING_DECISION} ${stateJoin('$3')}
    WHERE r.organization_id = $1 AND r.job_id = $2 AND ${IS_SHOWN} AND ($4::uuid[] IS NULL OR r.id = ANY ($4))
  ), opened AS (
    SELECT * FROM rows WHERE is_open AND is_new
  ), noted AS (
    INSERT INTO announced_exceptions (organization_id, lineage_id, was_expected)
    SELECT $1::uuid, lineage_id, bool_and(state = 'EXPECTED') FROM opened GROUP BY lineage_id
    ON CONFLICT (organization_id, lineage_id) DO UPDATE SET announced_at = excluded.announced_at,
      was_expected = excluded.was_expected
  ), closed AS (
    DELETE FROM announced_exceptions a USING rows
    WHERE a.organization_id = $1 AND a.lineage_id = rows.lineage_id AND NOT rows.is_open
  )
  SELECT (SELECT count(*)::int FROM opened) AS rows,
         (SELECT coalesce(jsonb_object_agg(code, n), '{}')
          FROM (SELECT code, count(*)::int AS n FROM opened, unnest(reason_codes) AS code GROUP BY code) AS counts
         ) AS "byCode",
         ARRAY(SELECT id::text FROM opened ORDER BY position LIMIT $5) AS "firstIds"`;

/** After days that nobody was up for, what they have opened is caught up with; what is older was open before anybody listened. */
export const CATCH_UP_DAYS = 7;

// The latest run that has a row counts. The first condition on the day is for the index: no program's lag is longer.
const TURNED_MISSING = `
  SELECT r.job_id AS "jobId", array_agg(r.id ORDER BY r.position) AS "resultIds"
  FROM job_results r JOIN jobs j ON j.organization_id = $1 AND j.id = r.job_id AND j.status = 'completed'
  ${STANDING_DECISION} ${stateJoin('$2')}
  WHERE r.organization_id = $1 AND ${IS_SHOWN} AND r.happened_on >= current_date - ${CATCH_UP_DAYS + 1} - (
      SELECT max((rule ->> 'lag_days')::int) FROM json_array_elements($2::json -> 'rules') AS rule) AND told.state = 'MISSING'
    AND r.happened_on + rule.lag_days >= local.today - ${CATCH_UP_DAYS} AND NOT EXISTS (SELECT ${LATER_RUNS})
  GROUP BY r.job_id ORDER BY min(r.happened_on), r.job_id`;

export class AnnouncedExceptionsRepository {
  /** @param terms what states are told by, inside the open transaction. */
  constructor(private readonly terms: () => Promise<StateTerms>) {}

  /**
   * Notes what is open in the job and was not told of. @param resultIds rows that alone are looked at; null: all.
   * @param limit of the ids in the answer.
   */
  async noteOpened(
    jobId: string,
    resultIds: readonly string[] | null,
    limit: number,
  ): Promise<OpenedExceptions> {
    const [opened] = await currentEntityManager().query<OpenedExceptions[]>(NOTE_OPENED, [
      currentOrganizationId(),
      jobId,
      termsAsJson(await this.terms()),
      resultIds,
      limit,
    ]);
    return opened!;
  }

  /** Rows whose days are over since a week, by their job; told of or not. */
  async turnedMissing(): Promise<{ jobId: string; resultIds: string[] }[]> {
    return currentEntityManager().query(TURNED_MISSING, [
      currentOrganizationId(),
      termsAsJson(await this.terms()),
    ]);
  }

  /**
   * Whether nobody has looked since then at what the date opens. From here on somebody has, unless the transaction fails; who
   * comes at the same moment waits for it.
   */
  async beginNight(since: Date): Promise<boolean> {
    const begun = await currentEntityManager().query<unknown[]>(
      `INSERT INTO exception_nights AS n (organization_id) VALUES ($1)
       ON CONFLICT (organization_id) DO UPDATE SET looked_at = excluded.looked_at WHERE n.looked_at < $2
       RETURNING organization_id`,
      [currentOrganizationId(), since],
    );
    return begun.length > 0;
  }

  /** Those of the payments that were not told of; from now on they are. */
  async notePayments(ids: readonly string[]): Promise<Set<string>> {
    const noted = await currentEntityManager().query<{ id: string }[]>(
      `INSERT INTO announced_exceptions (organization_id, lineage_id) SELECT DISTINCT $1::uuid, unnest($2::uuid[])
       ON CONFLICT DO NOTHING RETURNING lineage_id AS id`,
      [currentOrganizationId(), ids],
    );
    return new Set(noted.map(({ id }) => id));
  }
}
