// Which rows of a job are asked for, as SQL. Every value is a parameter.
import type { Result, UploadSide } from '@medspasync/schemas';

export interface ResultFilter {
  result?: Result | undefined;
  /** `reward`: rows of rewards; `pos`: POS transactions nothing claimed. */
  side?: UploadSide | undefined;
  /** Part of what either side says about patient, service or ids. */
  text?: string | undefined;
}

/** For a statement about `job_results r` whose first parameters are the organization and the job. */
export interface Narrowing {
  /** Goes before SELECT. */
  prelude: string;
  /** Goes after a WHERE clause. */
  conditions: string;
  parameters: unknown[];
}

/** Fewer digits than that are found everywhere. */
const MIN_PHONE_DIGITS = 4;

// Transactions first, then the rows that speak of them: each is one pass over the job, however many are found.
const found = (pattern: string, digits: string): string => `
  WITH said AS (
    SELECT t.id FROM transactions t
    JOIN jobs j ON j.organization_id = t.organization_id AND t.upload_id IN (j.reward_upload_id, j.pos_upload_id)
    WHERE j.organization_id = $1 AND j.id = $2
      AND (concat_ws(' ', t.customer_name, t.customer_phone, t.customer_email, t.service, t.provider, t.location,
                     t.transaction_id, t.reference, t.invoice_id) ILIKE ${pattern}
           OR regexp_replace(t.customer_phone, '\\D', '', 'g') LIKE ${digits})
  ), found AS (
    SELECT c.id FROM job_results c JOIN said ON said.id = c.reward_transaction_id
    WHERE c.organization_id = $1 AND c.job_id = $2
    UNION
    SELECT c.id FROM job_results c CROSS JOIN unnest(c.pos_transaction_ids) AS pos (id) JOIN said ON said.id = pos.id
    WHERE c.organization_id = $1 AND c.job_id = $2
  )`;

/** @param taken how many parameters the statement has already. */
export function narrowingOf({ result, side, text }: ResultFilter, taken: number): Narrowing {
  const parameters: unknown[] = [];
  const place = (value: unknown): string => `$${taken + parameters.push(value)}`;
  const conditions: string[] = [];
  let prelude = '';
  if (result) conditions.push(`AND r.result = ${place(result)}`);
  if (side) conditions.push(`AND (r.reward_transaction_id IS NOT NULL) = ${place(side === 'reward')}`);
  if (text !== undefined) {
    const digits = text.replace(/\D/g, '');
    prelude = found(
      place(`%${text.replace(/[\\%_]/g, '\\$&')}%`),
      place(digits.length < MIN_PHONE_DIGITS ? null : `%${digits}%`),
    );
    conditions.push('AND r.id IN (SELECT id FROM found)');
  }
  return { prelude, conditions: conditions.join(' '), parameters };
}
