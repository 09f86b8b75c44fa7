// Rows of results with the decisions that stand, inside the organization of the open transaction.
import type {
  ExceptionCode,
  ExplanationWire,
  Recommendation,
  Result,
  UploadSide,
  Verdict,
} from '@medspasync/schemas';
import type { PatientSeal } from '../../platform/crypto/index.ts';
import { currentEntityManager, currentOrganizationId } from '../../platform/database/index.ts';
import { mapInSlices } from '../../platform/slices.ts';
import { FIND_SAYING, narrowingOf, patternOf, type ResultFilter } from './result-filter.ts';
import { notePlace, openWords, type ResultWords } from './sealed-words.ts';

export interface StoredResult {
  id: string;
  position: number;
  side: UploadSide;
  result: Result;
  matchProbability: number;
  recommendation: Recommendation;
  rewardTransactionId: string | null;
  posTransactionIds: string[];
  explanation: ExplanationWire | null;
  runnerUp: NonNullable<ResultWords['runnerUp']> | null;
  /** Of a row with result `error`: what could not be read, and where. */
  unreadable: NonNullable<ResultWords['unreadable']> | null;
  reasonCodes: ExceptionCode[];
  decision: StoredDecision | null;
}

/** As jsonb builds it. */
export interface StoredDecision {
  id: string;
  verdict: Verdict;
  note: string | null;
  /** ISO 8601. */
  decidedAt: string;
  /** Null for someone who is no longer a member. */
  decidedBy: string | null;
}

type Row = Omit<StoredResult, 'explanation' | 'runnerUp' | 'unreadable' | 'decision'> & {
  keyId: string | null;
  token: string | null;
  decision: (StoredDecision & { keyId: string | null }) | null;
};

/** Counts and cents of a job's rewards by their outcome: what was decided, else what the run found. */
export interface ResultTotals {
  matches: number;
  reviews: number;
  noMatches: number;
  errors: number;
  /** Before any decision. */
  matchesFound: number;
  reviewsFound: number;
  noMatchesFound: number;
  unclaimedPos: number;
  rewardCents: number;
  matchedCents: number;
  reviewCents: number;
  unmatchedCents: number;
}

const COLUMNS = `id, position, side, result, match_probability, recommendation, reward_transaction_id,
  pos_transaction_ids, reward_amount_cents, reason_codes, words`;

const INSERT = `
  INSERT INTO job_results (organization_id, job_id, key_id, ${COLUMNS})
  SELECT $1, $2, CASE WHEN words IS NOT NULL THEN $3 END, ${COLUMNS}
  FROM json_to_recordset($4) AS batch (
    id uuid, position integer, side text, result text, match_probability double precision, recommendation text,
    reward_transaction_id uuid, pos_transaction_ids uuid[], reward_amount_cents integer, reason_codes text[],
    words text)
  ON CONFLICT (organization_id, job_id, position) DO NOTHING`;

const STANDING_DECISION = `
  LEFT JOIN decisions d ON d.organization_id = r.organization_id AND d.result_id = r.id AND d.undone_at IS NULL`;

const SELECT = `
  SELECT r.id, r.position, r.side, r.result, r.match_probability AS "matchProbability", r.recommendation,
         r.reward_transaction_id AS "rewardTransactionId", r.pos_transaction_ids AS "posTransactionIds",
         r.key_id AS "keyId", r.words AS token, r.reason_codes AS "reasonCodes",
         CASE WHEN d.id IS NOT NULL THEN jsonb_build_object(
           'id', d.id, 'verdict', d.verdict, 'note', d.note, 'keyId', d.key_id, 'decidedAt', d.decided_at, 'decidedBy', u.display_name
         ) END AS decision
  FROM job_results r ${STANDING_DECISION}
  LEFT JOIN users u ON u.id = d.decided_by
  WHERE r.organization_id = $1 AND r.job_id = $2`;

const OUTCOME = `CASE d.verdict WHEN 'approved' THEN 'match' WHEN 'rejected' THEN 'no_match' ELSE r.result END`;

const TOTALS = `
  SELECT count(*) FILTER (WHERE outcome = 'match')::int AS matches,
         count(*) FILTER (WHERE outcome = 'review_required')::int AS reviews,
         count(*) FILTER (WHERE outcome = 'no_match' AND is_reward)::int AS "noMatches",
         count(*) FILTER (WHERE outcome = 'error')::int AS errors,
         count(*) FILTER (WHERE result = 'match')::int AS "matchesFound",
         count(*) FILTER (WHERE result = 'review_required')::int AS "reviewsFound",
         count(*) FILTER (WHERE result = 'no_match' AND is_reward)::int AS "noMatchesFound",
         count(*) FILTER (WHERE NOT is_reward AND result <> 'error')::int AS "unclaimedPos",
         coalesce(sum(cents), 0)::float8 AS "rewardCents",
         coalesce(sum(cents) FILTER (WHERE outcome = 'match'), 0)::float8 AS "matchedCents",
         coalesce(sum(cents) FILTER (WHERE outcome = 'review_required'), 0)::float8 AS "reviewCents",
         coalesce(sum(cents) FILTER (WHERE outcome = 'no_match'), 0)::float8 AS "unmatchedCents"
  FROM (
    SELECT r.result, ${OUTCOME} AS outcome, r.reward_amount_cents AS cents, r.side = 'reward' AS is_reward
    FROM job_results r ${STANDING_DECISION}
    WHERE r.organization_id = $1 AND r.job_id = $2
  ) AS rows`;

export interface ResultExceptions {
  rows: number;
  byCode: Partial<Record<ExceptionCode, number>>;
  /** In the order of the report. */
  firstIds: string[];
}

const EXCEPTIONS = `
  WITH open AS (
    SELECT id, position, reason_codes FROM job_results
    WHERE organization_id = $1 AND job_id = $2 AND reason_codes <> '{}'
  )
  SELECT (SELECT count(*)::int FROM open) AS rows,
         (SELECT coalesce(jsonb_object_agg(code, n), '{}')
          FROM (SELECT code, count(*)::int AS n FROM open, unnest(reason_codes) AS code GROUP BY code) AS counts
         ) AS "byCode",
         ARRAY(SELECT id::text FROM open ORDER BY position LIMIT $3) AS "firstIds"`;

export class ResultsRepository {
  constructor(private readonly seal: PatientSeal) {}

  /**
   * Of two runs that write the same job at once, the second waits here for the first and then adds nothing.
   * @param json an array of rows, as `resultRows` makes them.
   */
  async addBatch(jobId: string, json: string): Promise<void> {
    await currentEntityManager().query(INSERT, [currentOrganizationId(), jobId, this.seal.keyId, json]);
  }

  async count(jobId: string, filter: ResultFilter): Promise<number> {
    const { conditions, parameters } = narrowingOf(filter, 2);
    const [row] = await currentEntityManager().query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM job_results r
       WHERE r.organization_id = $1 AND r.job_id = $2 ${conditions}`,
      [currentOrganizationId(), jobId, ...parameters],
    );
    return row!.count;
  }

  /** The ids of rows that speak of one of `transactionIds`, or say `text` in what is not sealed. */
  async findSaying(jobId: string, text: string, transactionIds: readonly string[]): Promise<string[]> {
    const parameters = [currentOrganizationId(), jobId, transactionIds, patternOf(text)];
    const rows = await currentEntityManager().query<{ id: string }[]>(FIND_SAYING, parameters);
    return rows.map(({ id }) => id);
  }

  /** In the order of the report. */
  async page(jobId: string, filter: ResultFilter, limit: number, offset: number): Promise<StoredResult[]> {
    const { conditions, parameters } = narrowingOf(filter, 4);
    return this.#read(`${conditions} ORDER BY r.position LIMIT $3 OFFSET $4`, [
      jobId,
      limit,
      offset,
      ...parameters,
    ]);
  }

  /** The next ones after `position`; none means the end. */
  async pageAfter(jobId: string, position: number, limit: number): Promise<StoredResult[]> {
    return this.#read('AND r.position > $3 ORDER BY r.position LIMIT $4', [jobId, position, limit]);
  }

  async find(jobId: string, resultId: string): Promise<StoredResult | undefined> {
    const [row] = await this.#read('AND r.id = $3', [jobId, resultId]);
    return row;
  }

  async totals(jobId: string): Promise<ResultTotals> {
    const [row] = await currentEntityManager().query<ResultTotals[]>(TOTALS, [
      currentOrganizationId(),
      jobId,
    ]);
    return row!;
  }

  /** Rows with an exception code: how many, how many of each code, and the first `limit` of them. */
  async exceptions(jobId: string, limit: number): Promise<ResultExceptions> {
    const [row] = await currentEntityManager().query<ResultExceptions[]>(EXCEPTIONS, [
      currentOrganizationId(),
      jobId,
      limit,
    ]);
    return row!;
  }

  async #read(narrowing: string, parameters: unknown[]): Promise<StoredResult[]> {
    const organizationId = currentOrganizationId();
    const rows = await currentEntityManager().query<Row[]>(`${SELECT} ${narrowing}`, [
      organizationId,
      ...parameters,
    ]);
    return mapInSlices(rows, (row) => this.#opened(organizationId, row));
  }

  #opened(organizationId: string, { decision, keyId, token, ...row }: Row): StoredResult {
    const words = openWords(this.seal, organizationId, row.id, { keyId, token });
    return {
      ...row,
      explanation: words.explanation ?? null,
      runnerUp: words.runnerUp ?? null,
      unreadable: words.unreadable ?? null,
      decision: decision && { ...decision, note: this.#note(organizationId, decision) },
    };
  }

  #note(organizationId: string, { id, keyId, note }: NonNullable<Row['decision']>): string | null {
    if (note === null || keyId === null) return null;
    return this.seal.open(notePlace(organizationId, id), { keyId, token: note }).toString();
  }
}
