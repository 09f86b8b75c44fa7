// Which sales a row has, by what is decided about it; and giving it others as far as these can pay it.
import { formatCents, type Verdict } from '@medspasync/schemas';
import { Refusal } from '../../../platform/errors/index.ts';
import type { StoredResult } from '../results/results.repository.ts';
import type { SalesLeft, Shortage } from './sales-left.ts';

/** A row as the run left it. */
export interface FoundRow {
  side: 'reward' | 'pos';
  isMatch: boolean;
  posIds: readonly string[];
}

/** As far as a decision says which sales a row has. */
export interface HoldingDecision {
  verdict: Verdict;
  isProposed: boolean;
  /** Of another pair. */
  chosenIds: readonly string[];
}

/** What the row has while the decision stands, as `CLAIMS` says it in SQL. */
export function salesHeld(
  { isMatch, posIds, side }: FoundRow,
  decision: HoldingDecision | null,
): readonly string[] {
  const found = isMatch && (decision === null || decision.isProposed) ? posIds : [];
  switch (decision?.verdict) {
    case 're_paired':
      return [...decision.chosenIds, ...found];
    case 'approved':
      return posIds;
    case 'written_off':
      return side === 'reward' ? found : posIds;
    default:
      return found;
  }
}

/** Sales that the row has after and not before, or before and not after. */
export const salesMoved = (before: readonly string[], after: readonly string[]): string[] => [
  ...before.filter((id) => !after.includes(id)),
  ...after.filter((id) => !before.includes(id)),
];

export const foundRow = ({
  posTransactionIds,
  result,
  side,
}: Pick<StoredResult, 'posTransactionIds' | 'result' | 'side'>): FoundRow => ({
  side,
  isMatch: result === 'match',
  posIds: posTransactionIds,
});

/**
 * The row has `after` instead of `before`; what it has already needs no room.
 * @throws Refusal `decision.pos_taken` with the amount left, where that is less than the row would take.
 */
export function moveOrRefuse(
  left: SalesLeft,
  resultId: string,
  before: readonly string[],
  after: readonly string[],
): void {
  const shortage = left.shortageOf(
    resultId,
    after.filter((id) => !before.includes(id)),
  );
  if (shortage) throw refusalOf(shortage);
  left.move(resultId, before, after);
}

function refusalOf({ completedAt, leftCents, saleCents, writtenOffId }: Shortage): Refusal {
  if (writtenOffId !== null)
    return new Refusal('decision.pos_taken', {
      detail: `The sale was written off: row ${writtenOffId} of this run. Undo that first.`,
    });
  const whose = completedAt
    ? `The run of ${completedAt.toISOString()} gave it to another reward`
    : 'Another reward of this run has it';
  const rest = leftCents > 0 ? `: ${formatCents(leftCents)} of its ${formatCents(saleCents)} is left` : '';
  return new Refusal('decision.pos_taken', { detail: `${whose}${rest}.` });
}
