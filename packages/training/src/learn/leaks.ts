// Labels that were made from a column: then that column decides them all, and there is nothing else to learn. It shows
// in ids and codes that agree exactly where a pair is a match, and in columns the model does not read whose value alone
// tells the label.
import type { Transaction } from '@medspasync/schemas';
import type { LabelledPair } from './labelled-pair.ts';

type Column = keyof Transaction;

const ID_COLUMNS = ['transactionId', 'reference', 'invoiceId'] as const satisfies readonly Column[];
const UNREAD_COLUMNS = ['transactionId', 'type'] as const satisfies readonly Column[];
const SIDES = ['reward', 'pos'] as const;

/** Fewer rows of either kind may agree by chance. */
const ENOUGH_ROWS = 3;

const WIRE_NAME: Readonly<Record<(typeof ID_COLUMNS)[number] | 'type', string>> = {
  transactionId: 'transaction_id',
  reference: 'reference',
  invoiceId: 'invoice_id',
  type: 'type',
};

/** A sentence for each leak that is found. */
export function leaksOf(pairs: readonly LabelledPair[]): string[] {
  const matches = pairs.filter((pair) => pair.isMatch).length;
  if (Math.min(matches, pairs.length - matches) < ENOUGH_ROWS) return [];
  return [...equalIds(pairs), ...tellingColumns(pairs)];
}

function equalIds(pairs: readonly LabelledPair[]): string[] {
  const found: string[] = [];
  for (const ofReward of ID_COLUMNS) {
    for (const ofPos of ID_COLUMNS) {
      const decides = pairs.every(({ reward, pos, isMatch }) => {
        const [a, b] = [reward[ofReward], pos[ofPos]];
        return a !== undefined && b !== undefined && (a === b) === isMatch;
      });
      if (!decides) continue;
      const names = `the reward's ${WIRE_NAME[ofReward]} and the POS row's ${WIRE_NAME[ofPos]}`;
      found.push(`give the label away: ${names} are equal exactly where a pair is a match. ${ADVICE}`);
    }
  }
  return found;
}

function tellingColumns(pairs: readonly LabelledPair[]): string[] {
  const found: string[] = [];
  for (const side of SIDES) {
    for (const column of UNREAD_COLUMNS) {
      const tells =
        decidesLabel(pairs, (pair) => pair[side][column] ?? null) ||
        decidesLabel(pairs, (pair) => pair[side][column] !== undefined);
      if (!tells) continue;
      const name = `${side === 'reward' ? "the reward's" : "the POS row's"} ${WIRE_NAME[column]}`;
      found.push(`give the label away: ${name} alone tells which pairs are matches. ${ADVICE}`);
    }
  }
  return found;
}

const ADVICE = 'Leave that column out, or label pairs that were told apart without it.';

/** Few values, each seen with one label only, and both labels seen. */
function decidesLabel(pairs: readonly LabelledPair[], read: (pair: LabelledPair) => unknown): boolean {
  const labelOf = new Map<unknown, boolean>();
  for (const pair of pairs) {
    const value = read(pair);
    const known = labelOf.get(value);
    if (known !== undefined && known !== pair.isMatch) return false;
    labelOf.set(value, pair.isMatch);
  }
  return labelOf.size > 1 && labelOf.size <= pairs.length / ENOUGH_ROWS;
}
