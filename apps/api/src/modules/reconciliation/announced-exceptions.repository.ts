// What webhooks were told is open, inside the organization of the open transaction: the same thing is told of once, until it is
// closed and opens again.
import type { ExceptionCode } from '@medspasync/schemas';
import { currentEntityManager, currentOrganizationId } from '../../platform/database/index.ts';
import { STANDING_DECISION, type StateTerms, stateJoin, termsAsJson } from './result-state.ts';
import { IS_SHOWN } from './results-sql.ts';

export interface OpenedExceptions {
  rows: number;
  byCode: Partial<Record<ExceptionCode, number>>;
  /** In the order of the report. */
  firstIds: string[];
}

// What somebody closed after it was told of, and is open all the same, has opened again.
const NOTE_OPENED = `
  WITH rows AS MATERIALIZED (
    SELECT r.id, r.position, r.reason_codes, t.lineage_id, told.state IS NOT NULL AS is_open,
           a.lineage_id IS NULL OR EXISTS (
             SELECT FROM reopened_decisions o JOIN decisions e ON e.organization_id = $1 AND e.id = o.decision_id
             WHERE o.organization_id = $1 AND o.result_id = r.id AND e.decided_at > a.announced_at) AS is_new
    FROM job_results r JOIN transactions t ON t.organization_id = $1 AND t.id = r.subject_id
    LEFT JOIN announced_exceptions a ON a.organization_id = $1 AND a.lineage_id = t.lineage_id
    ${STANDING_DECISION} ${stateJoin('$3')}
    WHERE r.organization_id = $1 AND r.job_id = $2 AND ${IS_SHOWN} AND ($4::uuid[] IS NULL OR r.id = ANY ($4))
  ), opened AS (
    SELECT * FROM rows WHERE is_open AND is_new
  ), noted AS (
    INSERT INTO announced_exceptions (organization_id, lineage_id) SELECT DISTINCT $1::uuid, lineage_id FROM opened
    ON CONFLICT (organization_id, lineage_id) DO UPDATE SET announced_at = excluded.announced_at
  ), closed AS (
    DELETE FROM announced_exceptions a USING rows
    WHERE a.organization_id = $1 AND a.lineage_id = rows.lineage_id AND NOT rows.is_open
  )
  SELECT (SELECT count(*)::int FROM opened) AS rows,
         (SELECT coalesce(jsonb_object_agg(code, n), '{}')
          FROM (SELECT code, count(*)::int AS n FROM opened, unnest(reason_codes) AS code GROUP BY code) AS counts
         ) AS "byCode",
         ARRAY(SELECT id::text FROM opened ORDER BY position LIMIT $5) AS "firstIds"`;

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
