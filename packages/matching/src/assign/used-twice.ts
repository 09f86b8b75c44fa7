// A certificate's or an authorization's code on several redemptions that all have their sales: it is redeemed once.
import { type Assigned, MISSING, NO_DAY, type Records, type Scored, type Side } from '../domain.ts';
import { isSamePatient } from './duplicates.ts';

/** Where more of the coded rewards than this share their codes, and more than a few, the column names offers or patients. */
const MOST_SHARING = 0.1;
const A_FEW = 10;

/** Notes matched rewards whose code another matched reward bears, unless both are lines of one redemption. */
export function findUsedTwice(records: Records, scored: Scored, assigned: Assigned): void {
  for (const rows of rowsByRepeatedCode(records.rewards, records.references.start.length - 1)) {
    const matched = rows.filter((row) => isMatched(scored, assigned, row));
    for (const row of matched) {
      const other = matched.find((held) => held !== row && !areOneRedemption(records, assigned, row, held));
      if (other !== undefined) assigned.usedTwice.set(row, other);
    }
  }
}

/** Source rows of redemptions that stand, for each code that several of them bear. */
function rowsByRepeatedCode(
  { count, reference, reversal, cancelled, memberStart, members }: Side,
  codes: number,
): Iterable<number[]> {
  const isCoded = (r: number): boolean => reference[r] !== MISSING && reversal[r] === 0 && cancelled[r] === 0;
  const bearers = new Int32Array(codes);
  let coded = 0;
  let sharing = 0;
  for (let r = 0; r < count; r++) {
    if (!isCoded(r)) continue;
    const copies = memberStart[r + 1]! - memberStart[r]!;
    const before = bearers[reference[r]!]!;
    bearers[reference[r]!] = before + copies;
    coded += copies;
    if (before + copies > 1) sharing += before === 1 ? copies + 1 : copies;
  }
  const rows = new Map<number, number[]>();
  if (sharing === 0 || sharing > Math.max(A_FEW, MOST_SHARING * coded)) return [];
  for (let r = 0; r < count; r++) {
    if (!isCoded(r) || bearers[reference[r]!]! < 2) continue;
    const own = rows.get(reference[r]!) ?? [];
    own.push(...members.subarray(memberStart[r]!, memberStart[r + 1]!));
    rows.set(reference[r]!, own);
  }
  return rows.values();
}

/** Has its sale at better than even odds, or as part of a sum. */
function isMatched({ logOdds }: Scored, { pairOfReward, groups }: Assigned, row: number): boolean {
  const pair = pairOfReward[row]!;
  return pair !== -1 && (logOdds[pair]! > 0 || groups.has(row));
}

/** Some portals list a certificate treatment by treatment: as different amounts of a patient's day, or together one sale to the cent. */
function areOneRedemption(records: Records, { groups }: Assigned, a: number, b: number): boolean {
  const group = groups.get(a);
  if (group?.kind === 'shared-invoice' && group.rewardRows.includes(b)) return true;
  const { amountCents, day, distinctOf } = records.rewards;
  const ofA = distinctOf[a]!;
  const ofB = distinctOf[b]!;
  if (amountCents[ofA] === amountCents[ofB] || !isSamePatient(records, ofA, ofB)) return false;
  return day[ofA] === day[ofB] && day[ofA] !== NO_DAY;
}
