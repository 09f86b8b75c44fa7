// A reward and its POS rows side by side: field by field, what agrees, what differs and how, in words.
import { PROGRAMS, type TransactionWire } from '@medspasync/schemas';
import { countOf } from '../counts.ts';
import { daysBetween, formatDay } from '../dates.ts';
import { formatDifference, formatDollars, sumDollars } from '../money.ts';

export interface ComparedField {
  label: string;
  reward: string | undefined;
  pos: string | undefined;
  /** `apart`: both sides say something and it is not the same. */
  state: 'same' | 'apart' | 'one-sided';
  /** What the difference is; absent where the fields agree or one is silent. */
  note?: string;
}

type Note = (reward: string, pos: string) => string;

const letters = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();
const lastTenDigits = (text: string): string => text.replace(/\D/g, '').slice(-10);
const words = (text: string): string[] => letters(text).split(' ');

/** The words only one side has: `Kate → Katherine`. */
const differingWords: Note = (reward, pos) => {
  const [ours, theirs] = [words(reward), words(pos)];
  const only = (text: string, other: string[]) =>
    text
      .split(/[\s,]+/)
      .filter((word) => !other.includes(letters(word)))
      .join(' ');
  const [left, right] = [only(reward, theirs), only(pos, ours)];
  if (left && right) return `${left} → ${right}`;
  return left ? `without ${left}` : right ? `with ${right}` : 'Other order';
};

const daysApart: Note = (reward, pos) => {
  const days = daysBetween(pos, reward);
  if (days === undefined) return 'Differs';
  const distance = countOf(Math.abs(days), 'day');
  return days > 0 ? `Reward posted ${distance} after the sale` : `Reward posted ${distance} before the sale`;
};

interface FieldRule {
  label: string;
  read: (transaction: TransactionWire) => string | undefined;
  agree: (reward: string, pos: string) => boolean;
  show?: (text: string) => string;
  note?: Note;
  /** Each system numbers in its own way: two values are no difference. */
  ownToEachSide?: boolean;
}

/** Agreement as equality of what `key` leaves of both. */
const equalAs =
  (key: (text: string) => string) =>
  (one: string, other: string): boolean =>
    key(one) === key(other);

/** `Xeomin` and `Xeomin 20u` agree: one says all that the other says. */
const sameOrMore = (one: string, other: string): boolean => {
  const [less, more] = [words(one), words(other)].sort((a, b) => a.length - b.length);
  return less!.every((word) => more!.includes(word));
};

const RULES: readonly FieldRule[] = [
  {
    label: 'Patient',
    read: (t) => t.customer_name,
    agree: equalAs((t) => words(t).sort().join(' ')),
    note: differingWords,
  },
  { label: 'Phone', read: (t) => t.customer_phone, agree: equalAs(lastTenDigits) },
  { label: 'E-mail', read: (t) => t.customer_email, agree: equalAs((t) => t.trim().toLowerCase()) },
  {
    label: 'Date',
    read: (t) => t.date,
    agree: equalAs((t) => t.slice(0, 10)),
    show: formatDay,
    note: daysApart,
  },
  { label: 'Product', read: (t) => t.service, agree: sameOrMore },
  { label: 'Program', read: (t) => t.program && PROGRAMS[t.program].name, agree: equalAs(letters) },
  { label: 'Staff', read: (t) => t.provider, agree: sameOrMore },
  { label: 'Location', read: (t) => t.location, agree: equalAs(letters) },
  { label: 'Code', read: (t) => t.reference, agree: equalAs(letters) },
  { label: 'Invoice', read: (t) => t.invoice_id, agree: equalAs(letters), ownToEachSide: true },
  { label: 'Record', read: (t) => t.transaction_id, agree: equalAs(letters), ownToEachSide: true },
];

function compareAmounts(
  reward: TransactionWire | null,
  pos: readonly TransactionWire[],
  part: PartOfInvoice | undefined,
): ComparedField {
  const total = sumDollars(pos.map((row) => row.amount));
  const field = {
    label: 'Amount',
    reward: reward ? formatDollars(reward.amount) : undefined,
    pos: pos.length > 0 ? formatDollars(total) : undefined,
  };
  if (!reward || pos.length === 0) return { ...field, state: 'one-sided' };
  if (total === reward.amount) {
    return {
      ...field,
      state: 'same',
      ...(pos.length > 1 && { note: `Sum of ${countOf(pos.length, 'line')}` }),
    };
  }
  const difference = sumDollars([total, -reward.amount]);
  if (part && difference > 0) {
    const left = sumDollars([total, -part.ofOthers]);
    const remains = sumDollars([left, -reward.amount]);
    const note =
      remains < 0
        ? `Only ${formatDollars(left)} of the invoice is left`
        : `Part of the invoice; ${formatDollars(remains)} remains`;
    return { ...field, state: 'apart', note };
  }
  return { ...field, state: 'apart', note: `${formatDifference(difference)} in the POS` };
}

/** The reward is one part of a bigger invoice. */
export interface PartOfInvoice {
  /** What other rewards have of it, in dollars. */
  ofOthers: number;
}

/** Patient first, then what tells most; fields that neither side knows are left out. */
export function compareFields(
  reward: TransactionWire | null,
  pos: readonly TransactionWire[],
  part?: PartOfInvoice,
): ComparedField[] {
  const compared = RULES.flatMap((rule): ComparedField[] => {
    const ours = reward ? rule.read(reward) : undefined;
    // Lines of one sale mostly repeat themselves; each distinct value is shown once.
    const theirs = [...new Set(pos.map(rule.read).filter((text) => text !== undefined))];
    if (ours === undefined && theirs.length === 0) return [];
    const show = rule.show ?? ((text: string) => text);
    const field = {
      label: rule.label,
      reward: ours === undefined ? undefined : show(ours),
      pos: theirs.length > 0 ? theirs.map(show).join(' + ') : undefined,
    };
    if (ours === undefined || theirs.length === 0 || rule.ownToEachSide)
      return [{ ...field, state: 'one-sided' }];
    if (theirs.some((text) => rule.agree(ours, text))) return [{ ...field, state: 'same' }];
    return [{ ...field, state: 'apart', note: rule.note?.(ours, theirs[0]!) ?? 'Differs' }];
  });
  compared.splice(compared[0]?.label === 'Patient' ? 1 : 0, 0, compareAmounts(reward, pos, part));
  return compared;
}
