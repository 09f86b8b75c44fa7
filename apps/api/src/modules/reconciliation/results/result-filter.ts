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
  /** Only the rows at these places of the report. */
  positions?: readonly number[] | undefined;
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
export function narrowingOf(
  { code, positions, result, side, state }: ResultFilter,
  taken: number,
): Narrowing {
  const parameters: unknown[] = [];
  const place = (value: unknown): string => `$${taken + parameters.push(value)}`;
  const conditions: string[] = [];
  if (result) conditions.push(`AND r.result = ${place(result)}`);
  if (side) conditions.push(`AND r.side = ${place(side)}`);
  if (state) conditions.push(`AND told.state = ${place(state)}`);
  if (code) conditions.push(`AND ${place(code)} = ANY (r.reason_codes)`);
  if (positions) conditions.push(`AND r.position = ANY (${place(positions)})`);
  return { conditions: conditions.join(' '), parameters };
}
