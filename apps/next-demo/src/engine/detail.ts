// Everything about one result: both sides, the sum behind its score, what came second, what to do next.
import type { Books, MatchResult } from '@medspasync/matching';
import { EXCEPTIONS, type Explanation, formatCents, PROGRAMS, type Transaction } from '@medspasync/schemas';
import { BASE_KEY, type RowDetail, type ShownField } from './messages.ts';
import { dayWords, likelihoodWords } from './words.ts';

const FIELDS: readonly [label: string, read: (transaction: Transaction) => string | undefined][] = [
  ['Patient', (t) => t.customerName],
  ['Amount', (t) => formatCents(t.amountCents)],
  ['Date', (t) => dayWords(t.date)],
  ['Product', (t) => t.service],
  ['Phone', (t) => t.customerPhone],
  ['E-mail', (t) => t.customerEmail],
  ['Program', (t) => t.program && PROGRAMS[t.program].name],
  ['Staff', (t) => t.provider],
  ['Location', (t) => t.location],
  ['Code', (t) => t.reference],
  ['Invoice', (t) => t.invoiceId],
  ['Record', (t) => t.transactionId],
];

export function detailOf(result: MatchResult, { rewards, pos }: Books): Omit<RowDetail, 'row'> {
  const { rewardIndex, posIndexes, reasonCodes, explanation } = result;
  const ours = rewardIndex === null ? [] : [rewards[rewardIndex]!];
  const sales = posIndexes.map((index) => pos[index]!);
  return {
    fields: fieldsOf(ours, sales),
    nextSteps: reasonCodes.map((code) => EXCEPTIONS[code]),
    runnerUp: nextBest(result, { rewards, pos }),
    parts: explanation ? partsOf(explanation) : [],
  };
}

/** What came second; of a sale that nothing claimed, the reward that came nearest. */
function nextBest({ runnerUp, nearestReward }: MatchResult, { rewards, pos }: Books): RowDetail['runnerUp'] {
  const next = runnerUp ?? nearestReward;
  if (next === null) return null;
  const row = 'posIndex' in next ? pos[next.posIndex]! : rewards[next.rewardIndex]!;
  return { likelihood: likelihoodWords(next.matchProbability), facts: factsOf(row), detail: next.detail };
}

/** Lines of one sale mostly repeat themselves: each distinct value is shown once. Fields nobody filled are left out. */
function fieldsOf(ours: readonly Transaction[], sales: readonly Transaction[]): ShownField[] {
  return FIELDS.map(([label, read]) => {
    const told = (rows: readonly Transaction[]) =>
      [...new Set(rows.map(read).filter((value) => value !== undefined && value !== ''))].join(' + ');
    return { label, reward: told(ours), sale: told(sales) };
  }).filter(({ reward, sale }) => reward !== '' || sale !== '');
}

const factsOf = ({ customerName, date, amountCents }: Transaction): string =>
  [customerName ?? 'No name', dayWords(date), formatCents(amountCents)]
    .filter((fact) => fact !== '')
    .join(' · ');

function partsOf({ baseLogOdds, contributions }: Explanation): RowDetail['parts'] {
  const base = {
    key: BASE_KEY,
    label: 'Where every pair starts',
    detail: 'Most pairs of rows are not a match',
    amount: baseLogOdds,
  };
  return [
    base,
    ...contributions.map(({ comparison, label, detail, logOdds }) => ({
      key: comparison,
      label,
      detail,
      amount: logOdds,
    })),
  ];
}
