// A result as one line of a table.
import type { Books, MatchResult } from '@medspasync/matching';
import { formatCents, type Transaction } from '@medspasync/schemas';
import type { RowState, ShownRow } from './messages.ts';
import { dayWords, likelihoodWords } from './words.ts';

export function stateOf({ rewardIndex, result }: MatchResult): RowState {
  if (rewardIndex === null) return 'unclaimed';
  if (result === 'match') return 'matched';
  return result === 'review_required' ? 'review' : 'missing';
}

/** @param index place of the result in the answer. */
export function shownRow(index: number, result: MatchResult, books: Books): ShownRow {
  const sales = result.posIndexes.map((place) => books.pos[place]!);
  const isReward = result.rewardIndex !== null;
  // A row is about its reward, or about the sale that no reward claimed.
  const subject = isReward ? books.rewards[result.rewardIndex!]! : sales[0]!;
  return {
    index,
    state: stateOf(result),
    patient: subject.customerName ?? 'No name',
    day: dayWords(subject.date),
    dollars: formatCents(subject.amountCents),
    service: subject.service ?? '',
    sale: isReward ? saleWords(sales) : '',
    likelihood: isReward && sales.length > 0 ? likelihoodWords(result.matchProbability) : '',
  };
}

/** `Oct 5, 2026 · $40.00`; lines of one sale are told as their sum. */
function saleWords(sales: readonly Transaction[]): string {
  const [first] = sales;
  if (!first) return '';
  const dollars = formatCents(sales.reduce((sum, { amountCents }) => sum + amountCents, 0));
  const lines = sales.length > 1 ? `${sales.length} lines` : '';
  return [dayWords(first.date), dollars, lines].filter((part) => part !== '').join(' · ');
}
