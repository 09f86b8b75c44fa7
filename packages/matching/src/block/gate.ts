// The cheap gate: integer comparisons that throw out most proposed pairs before anything expensive is computed.
// It never looks at the ratio of amounts: a reward is often a small part of its invoice.
import { type Gate, MISSING, NO_DAY, type Records, type Side } from '../domain.ts';
import { nameGate } from './name-gate.ts';
import { quietDays, rareAmounts } from './rare.ts';

/** True when the pair has enough points of agreement to be worth comparing. */
export type PassesGate = (reward: number, pos: number) => boolean;

export function gateOf(records: Records, gate: Gate): PassesGate {
  const { rewards, pos } = records;
  const namePoints = nameGate(records, gate);
  const amountPoints = rareAmounts(records).map((rare) => (rare === 1 ? gate.rareAmount : gate.amount));
  const hasCodes = records.references.start.length > 1;
  const lines = linesOf(pos);
  return (r, p) => {
    const at = p * LINE;
    let points = 0;
    const phone = rewards.phone[r]!;
    const email = rewards.email[r]!;
    if (phone !== MISSING && phone === lines[at + PHONE]) points += gate.contact;
    if (email !== MISSING && email === lines[at + EMAIL]) points += gate.contact;
    if (hasCodes && sharesCode(records, r, p)) points += gate.reference;
    const sameAmount = rewards.amountCents[r] === lines[at + AMOUNT];
    if (sameAmount) points += amountPoints[r]!;
    const postedOn = rewards.day[r]!;
    const soldOn = lines[at + DAY]!;
    const lag = postedOn - soldOn;
    const dated = postedOn !== NO_DAY && soldOn !== NO_DAY;
    const isNear = !dated || (lag >= gate.lag.from && lag <= gate.lag.to);
    if (isNear) points += lag === 0 && lines[at + QUIET] === 1 ? gate.quietDay : gate.lag.points;
    if (points >= gate.keepFrom) return true;
    const a = rewards.name[r]!;
    const b = lines[at + NAME]!;
    // A nameless row can only be told by amount and day, and those must then both agree.
    if (a === MISSING || b === MISSING) return sameAmount && isNear;
    return namePoints(a, b, gate.keepFrom - points);
  };
}

/** Where a POS row's integers stand in its line. */
const PHONE = 0;
const EMAIL = 1;
const AMOUNT = 2;
const DAY = 3;
const NAME = 4;
const QUIET = 5;
const LINE = 8;

/** What the gate reads of each POS row, side by side: rows are visited at random, and each then costs one cache line. */
function linesOf(pos: Side): Int32Array {
  const lines = new Int32Array(pos.count * LINE);
  const quiet = quietDays(pos);
  for (let p = 0; p < pos.count; p++) {
    lines[p * LINE + PHONE] = pos.phone[p]!;
    lines[p * LINE + EMAIL] = pos.email[p]!;
    lines[p * LINE + AMOUNT] = pos.amountCents[p]!;
    lines[p * LINE + DAY] = pos.day[p]!;
    lines[p * LINE + NAME] = pos.name[p]!;
    lines[p * LINE + QUIET] = quiet[p]!;
  }
  return lines;
}

function sharesCode(records: Records, r: number, p: number): boolean {
  const { rewards, pos, codeDigits } = records;
  const reference = rewards.reference[r]!;
  const other = pos.reference[p]!;
  if (reference !== MISSING && (reference === other || reference === pos.invoice[p])) return true;
  if (rewards.invoice[r] !== MISSING && rewards.invoice[r] === pos.invoice[p]) return true;
  const digits = reference === MISSING ? MISSING : codeDigits[reference]!;
  return digits !== MISSING && other !== MISSING && digits === codeDigits[other];
}
