// Labels that were made from a column: then that column decides them all, and there is nothing else to learn. It shows in ids
// and codes that agree, or have the same number, where a pair is a match; in ids whose form tells the label; and in columns
// that are filled for one label only.
import type { Transaction } from '@medspasync/schemas';
import type { LabelledPair } from './labelled-pair.ts';

type Column = keyof Transaction;

const ID_COLUMNS = ['transactionId', 'reference', 'invoiceId'] as const satisfies readonly Column[];
/** Filled in every row that can be read: `amountCents`. Read by no model: `type`. */
const OTHER_COLUMNS = [
  'customerName',
  'customerPhone',
  'customerEmail',
  'service',
  'date',
  'provider',
  'location',
  'program',
  'type',
] as const satisfies readonly Column[];
const SIDES = ['reward', 'pos'] as const;

/** Fewer rows of either kind may agree by chance. */
const ENOUGH_ROWS = 3;
const ENOUGH_TO_TELL = 5;
/** Of each label, so many pairs follow a leak: a slip or two does not make it none. */
const NEARLY_ALL = 0.95;

const ADVICE = 'Leave that column out, or label pairs that were told apart without it.';

/** A sentence for each leak that is found. `pairs`: different ones. */
export function leaksOf(pairs: readonly LabelledPair[]): string[] {
  const matches = pairs.filter((pair) => pair.isMatch).length;
  const rarer = Math.min(matches, pairs.length - matches);
  if (rarer < ENOUGH_ROWS) return [];
  return [
    ...equalIds(pairs),
    ...valuesThatTell(pairs),
    ...(rarer < ENOUGH_TO_TELL ? [] : formsThatTell(pairs)),
  ].map((leak) => `give the label away: ${leak}. ${ADVICE}`);
}

function equalIds(pairs: readonly LabelledPair[]): string[] {
  return ID_COLUMNS.flatMap((ofReward) =>
    ID_COLUMNS.flatMap((ofPos) => {
      const names = `the reward's ${wireName(ofReward)} and the POS row's ${wireName(ofPos)}`;
      // Codes that agree are what the model reads, too: only where they decide without exception were labels made from them.
      const isRead = ofReward !== 'transactionId' && ofPos !== 'transactionId';
      const follows = (sameIn: (text: string) => string): boolean =>
        isFollowed(
          pairs,
          ({ reward, pos }) => bothSame(reward[ofReward], pos[ofPos], sameIn),
          isRead ? 1 : NEARLY_ALL,
        );
      if (follows((id) => id)) return [`${names} are equal exactly where a pair is a match`];
      if (!isRead && follows(numberIn)) return [`${names} have the same number where a pair is a match`];
      return [];
    }),
  );
}

/** Undefined where one of them is missing, or has nothing to compare. */
function bothSame(
  a: string | undefined,
  b: string | undefined,
  read: (text: string) => string,
): boolean | undefined {
  if (a === undefined || b === undefined) return undefined;
  const [one, other] = [read(a), read(b)];
  return one === '' || other === '' ? undefined : one === other;
}

const numberIn = (id: string): string => id.replace(/\D+/g, '').replace(/^0+/, '');

function valuesThatTell(pairs: readonly LabelledPair[]): string[] {
  return SIDES.flatMap((side) =>
    (['transactionId', 'type'] as const)
      .filter((column) => tells(pairs, (pair) => pair[side][column] ?? ''))
      .map((column) => `${sideName(side)} ${wireName(column)} alone tells which pairs are matches`),
  );
}

function formsThatTell(pairs: readonly LabelledPair[]): string[] {
  return SIDES.flatMap((side) => {
    const filled = [...ID_COLUMNS, ...OTHER_COLUMNS]
      .filter((column) => tells(pairs, (pair) => String(pair[side][column] !== undefined)))
      .map((column) => `${sideName(side)} ${wireName(column)} is filled for one label only`);
    const forms = ID_COLUMNS.filter((column) => tells(pairs, (pair) => formOf(pair[side][column] ?? ''))).map(
      (column) => `the form of ${sideName(side)} ${wireName(column)} alone tells which pairs are matches`,
    );
    return filled.length > 0 ? filled : forms;
  });
}

/** `M-0012` → `M-#`. */
const formOf = (id: string): string => id.replace(/\d+/g, '#');

/** Whether few values each go with one label, both labels seen, but for a slip or two. */
function tells(pairs: readonly LabelledPair[], read: (pair: LabelledPair) => string): boolean {
  const counts = new Map<string, { matches: number; others: number }>();
  for (const pair of pairs) {
    const value = read(pair);
    const count = counts.get(value) ?? { matches: 0, others: 0 };
    count[pair.isMatch ? 'matches' : 'others'] += 1;
    counts.set(value, count);
  }
  if (counts.size < 2 || counts.size > pairs.length / ENOUGH_ROWS) return false;
  const saysMatch = (pair: LabelledPair): boolean => {
    const { matches, others } = counts.get(read(pair))!;
    return matches > others;
  };
  return isFollowed(pairs, saysMatch, NEARLY_ALL);
}

/** Whether of either label the share `of` of the pairs has what `says` says; what says nothing speaks for no leak. */
function isFollowed(
  pairs: readonly LabelledPair[],
  says: (pair: LabelledPair) => boolean | undefined,
  of: number,
): boolean {
  return [true, false].every((label) => {
    const own = pairs.filter(({ isMatch }) => isMatch === label);
    return own.filter((pair) => says(pair) === label).length >= of * own.length;
  });
}

const sideName = (side: (typeof SIDES)[number]): string =>
  side === 'reward' ? "the reward's" : "the POS row's";

/** `transactionId` → `transaction_id`. */
const wireName = (column: Column): string => column.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
