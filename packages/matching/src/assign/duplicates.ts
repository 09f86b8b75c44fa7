// A redemption entered twice: two reward rows that say the same thing about the same patient.
import { type Assigned, MISSING, NO_DAY, type Records, type Scored, type Side } from '../domain.ts';
import { haveTwoFirstNames, soundTheSame } from './first-names.ts';

/** A second entry is made by mistake within a few days; later it is another visit. */
const WITHIN_DAYS = 3;

/** Marks unassigned rewards that would fit a POS row which another entry of the same redemption holds. */
export function findDuplicates(records: Records, scored: Scored, assigned: Assigned): void {
  const { rewards, pos } = records;
  const { candidates, logOdds } = scored;
  for (let i = 0; i < candidates.count; i++) {
    if (logOdds[i]! <= 0) continue;
    const r = candidates.reward[i]!;
    const p = candidates.pos[i]!;
    // Most pairs above even odds are matched themselves: whose copies all have their rows repeats nobody.
    if (!hasUnassigned(rewards, r, assigned)) continue;
    const holders: number[] = [];
    for (let m = pos.memberStart[p]!; m < pos.memberStart[p + 1]!; m++) {
      holders.push(...(assigned.rewardsOfPos.get(pos.members[m]!) ?? []));
    }
    if (!holders.some((holder) => areDuplicates(records, r, rewards.distinctOf[holder]!))) continue;
    for (let m = rewards.memberStart[r]!; m < rewards.memberStart[r + 1]!; m++) {
      const row = rewards.members[m]!;
      if (assigned.pairOfReward[row] === -1) assigned.duplicates.add(row);
    }
  }
}

/** Whether a copy of distinct reward `r` has no sale yet. */
export function hasUnassigned({ memberStart, members }: Side, r: number, assigned: Assigned): boolean {
  for (let m = memberStart[r]!; m < memberStart[r + 1]!; m++) {
    if (assigned.pairOfReward[members[m]!] === -1) return true;
  }
  return false;
}

/**
 * True when two distinct rewards look like one redemption: same amount and patient, near in time, no different codes, programs
 * or products.
 */
export function areDuplicates(records: Records, a: number, b: number): boolean {
  const { rewards } = records;
  if (rewards.amountCents[a] !== rewards.amountCents[b] || !isSamePatient(records, a, b)) return false;
  const bothCoded = rewards.reference[a] !== MISSING && rewards.reference[b] !== MISSING;
  if (bothCoded && rewards.reference[a] !== rewards.reference[b]) return false;
  if (!areOfOneProduct(records, a, b)) return false;
  const dated = rewards.day[a] !== NO_DAY && rewards.day[b] !== NO_DAY;
  return !dated || Math.abs(rewards.day[a]! - rewards.day[b]!) <= WITHIN_DAYS;
}

/** One name, however it is spelled, or a shared phone or e-mail without two first names: a family shares those. */
export function isSamePatient(records: Records, a: number, b: number): boolean {
  const { name, phone, email, reference } = records.rewards;
  if (name[a] !== MISSING && (name[a] === name[b] || soundTheSame(records, name[a]!, name[b]!))) return true;
  const sharesPhone = phone[a] !== MISSING && phone[a] === phone[b];
  const sharesEmail = email[a] !== MISSING && email[a] === email[b];
  if (!sharesPhone && !sharesEmail) return false;
  const sharesCode = reference[a] !== MISSING && reference[a] === reference[b];
  return sharesCode || !haveTwoFirstNames(records, name[a]!, name[b]!);
}

/** False where both state a program or name products, and none is the same: two certificates of one visit. */
function areOfOneProduct({ rewards, services }: Records, a: number, b: number): boolean {
  const { program, service } = rewards;
  if (program[a] !== MISSING && program[b] !== MISSING && program[a] !== program[b]) return false;
  if (service[a] === MISSING || service[b] === MISSING) return true;
  const productsOfA = services.products[service[a]!]!;
  const productsOfB = services.products[service[b]!]!;
  return productsOfA === 0 || productsOfB === 0 || (productsOfA & productsOfB) !== 0;
}
