// Which rows of a job are asked for, as SQL. Every value is a parameter.
import type { ExceptionCode, Result, ResultState, UploadSide } from '@medspasync/schemas';

export interface ResultFilter {
  result?: Result | undefined;
  /** `reward`: rows of the rewards file; `pos`: POS transactions nothing claimed. */
  side?: UploadSide | undefined;
  /** As of today. */
  state?: ResultState | undefined;
  /** Rows with it among their reason codes. */
  code?: ExceptionCode | undefined;
  /** Only these rows. */
  ids?: readonly string[] | undefined;
}

/** Whether no row is left out. */
export const isEverything = (filter: ResultFilter): boolean =>
  Object.values(filter).every((asked) => asked === undefined);

/** For a statement about `job_results r`, joined with its state. */
export interface Narrowing {
  /** Goes after a WHERE clause. */
  conditions: string;
  parameters: unknown[];
}

/** @param taken how many parameters the statement has already. */
export function narrowingOf({ code, ids, result, side, state }: ResultFilter, taken: number): Narrowing {
  const parameters: unknown[] = [];
  const place = (value: unknown): string => `$${taken + parameters.push(value)}`;
  const conditions: string[] = [];
  if (result) conditions.push(`AND r.result = ${place(result)}`);
  if (side) conditions.push(`AND r.side = ${place(side)}`);
  if (state) conditions.push(`AND told.state = ${place(state)}`);
  if (code) conditions.push(`AND ${place(code)} = ANY (r.reason_codes)`);
  if (ids) conditions.push(`AND r.id = ANY (${place(ids)})`);
  return { conditions: conditions.join(' '), parameters };
}

/**
 * The rows that speak of certain transactions, or of ones that say part of a text in what is not sealed. Transactions
 * first, then the rows: each is one pass over the job, however many are found.
 * Parameters: organization, job, ids of transactions, pattern.
 */
export const FIND_SAYING = `
  WITH said AS (
    SELECT t.id FROM jobs j
    JOIN upload_rows u ON u.organization_id = j.organization_id AND u.upload_id IN (j.reward_upload_id, j.pos_upload_id)
    JOIN transactions t ON t.organization_id = u.organization_id AND t.id = u.transaction_id
    WHERE j.organization_id = $1 AND j.id = $2
      AND (t.id = ANY ($3) OR concat_ws(' ', t.service, t.provider, t.location, t.transaction_id, t.reference,
                                        t.invoice_id) ILIKE $4)
  )
  SELECT c.id FROM job_results c JOIN said ON said.id = c.reward_transaction_id
  WHERE c.organization_id = $1 AND c.job_id = $2
  UNION
  SELECT c.id FROM job_results c CROSS JOIN unnest(c.pos_transaction_ids) AS pos (id) JOIN said ON said.id = pos.id
  WHERE c.organization_id = $1 AND c.job_id = $2`;

/** Finds `text` as it stands. */
export const patternOf = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
