// Which sales a refund of the till may be about, the nearest of them, and which refunds and sales depend on each other through
// that: what becomes of one is told from all of these, and from nothing else.

/** A row of a till, in one of its versions, as far as it tells whether it may be about another. */
export interface RowAtTill {
  id: string;
  lineageId: string;
  amountCents: number;
  date: string | null;
  /** The same for rows of one number of the till's own. */
  identity: string | null;
  /** In lower case, as the invoice is. */
  code: string | null;
  invoice: string | null;
  /** Of the patient. */
  hashes: readonly string[];
  service: string | null;
  provider: string | null;
  location: string | null;
}

/** A refund, and a sale that it may be about. */
export interface RefundFit {
  refund: RowAtTill;
  sale: RowAtTill;
  /** The refund has the number, invoice or code of the sale. */
  isNamed: boolean;
  /** It has its number: then it is about no other sale, and may be of a part of it. */
  isOfItsNumber: boolean;
  /** How much of what tells them apart the two agree on. */
  likeness: number;
}

/** Sales looked at for one refund: a patient has fewer of one amount, and an invoice fewer lines. */
export const NEAREST_SALES = 50;

/** As the engine has it: thousands of refunds and sales that share a value are not one patient's, and the value tells nothing. */
export const MOST_COMPARISONS = 250_000;

/**
 * What the engine would look at if all files were one: the same amount, and the same code or anything of the patient; and whatever
 * has its invoice or number, of which a refund may be a part. Of many the nearest: those that the refund names, then those sold by
 * its day, then those most like it, then the latest.
 */
export function refundFits(refunds: readonly RowAtTill[], sales: readonly RowAtTill[]): RefundFit[] {
  const [refundsOf, salesOf] = [byValue(refunds), byValue(sales)];
  return refunds.flatMap((refund) => {
    const shared = new Map<RowAtTill, number>();
    for (const value of valuesOf(refund)) {
      const having = salesOf.get(value) ?? [];
      if (having.length * refundsOf.get(value)!.length > MOST_COMPARISONS) continue;
      for (const sale of having) shared.set(sale, (shared.get(sale) ?? 0) + 1);
    }
    return [...shared]
      .map(([sale, values]) => ({ ...fitOf(refund, sale), likeness: values + agreeing(refund, sale) }))
      .sort(
        (one, other) =>
          Number(other.isNamed) - Number(one.isNamed) ||
          Number(isSoldBy(refund, other.sale)) - Number(isSoldBy(refund, one.sale)) ||
          other.likeness - one.likeness ||
          inOrderOfDay(other.sale, one.sale),
      )
      .slice(0, NEAREST_SALES);
  });
}

/** By day, then by id: of equals always the same is first. */
export const inOrderOfDay = (one: RowAtTill, other: RowAtTill): number =>
  compare(one.date ?? '', other.date ?? '') || compare(one.id, other.id);

/** Those of the pairs that are bound up with one of `seeds`, over however many others. */
export function boundUpWith<Pair>(
  pairs: readonly Pair[],
  endsOf: (pair: Pair) => readonly [string, string],
  seeds: Iterable<string>,
): Pair[] {
  const others = grouped(
    pairs.map(endsOf).flatMap(([one, other]) => [[one, other] as const, [other, one] as const]),
  );
  const reached = new Set(seeds);
  for (const id of reached) for (const other of others.get(id) ?? []) reached.add(other);
  return pairs.filter((pair) => reached.has(endsOf(pair)[0]));
}

function fitOf(refund: RowAtTill, sale: RowAtTill): Omit<RefundFit, 'likeness'> {
  const isOfItsNumber = haveOneNumber(refund, sale);
  const isNamed =
    isOfItsNumber ||
    (refund.invoice !== null && refund.invoice === sale.invoice) ||
    (refund.code !== null && refund.code === sale.code);
  return { refund, sale, isNamed, isOfItsNumber };
}

/** Two tills may number alike, so it is a number of one patient only. */
const haveOneNumber = (refund: RowAtTill, sale: RowAtTill): boolean =>
  refund.identity !== null &&
  refund.identity === sale.identity &&
  (refund.hashes.length === 0 || refund.hashes.some((hash) => sale.hashes.includes(hash)));

/** By each of which a row may be found. */
const valuesOf = ({ amountCents, code, hashes, identity, invoice }: RowAtTill): string[] => [
  ...(identity === null ? [] : [`number ${identity}`]),
  ...(invoice === null ? [] : [`invoice ${invoice}`]),
  ...(code === null ? [] : [`${amountCents} code ${code}`]),
  ...new Set(hashes.map((hash) => `${amountCents} patient ${hash}`)),
];

const byValue = (rows: readonly RowAtTill[]): Map<string, RowAtTill[]> =>
  grouped(rows.flatMap((row) => valuesOf(row).map((value) => [value, row] as const)));

/** By key, in their order. */
export function grouped<Value>(entries: Iterable<readonly [string, Value]>): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const [key, value] of entries) {
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

const isSoldBy = (refund: RowAtTill, sale: RowAtTill): boolean =>
  refund.date === null || sale.date === null || sale.date <= refund.date;

const agreeing = (refund: RowAtTill, sale: RowAtTill): number =>
  (['service', 'provider', 'location'] as const).filter((column) => refund[column] === sale[column]).length;

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
