// The cheap gate: integer comparisons that throw out most proposed pairs before anything expensive is computed.
// It never looks at the ratio of amounts: a reward is often a small part of its invoice.
import { type Gate, MISSING, NO_DAY, type Records } from '../domain.ts';
import { nameGate } from './name-gate.ts';

/** True when the pair has enough points of agreement to be worth comparing. */
export type PassesGate = (reward: number, pos: number) => boolean;

/** Natural logarithm of one in five hundred. */
const RARE_LOG_SHARE = Math.log(1 / 500);

export function gateOf(records: Records, gate: Gate): PassesGate {
  const { rewards, pos } = records;
  const namePoints = nameGate(records, gate);
  const amountPoints = Int8Array.from({ length: rewards.count }, (_, r) =>
    records.amountLogShare(rewards.amountCents[r]!) < RARE_LOG_SHARE ? gate.rareAmount : gate.amount,
  );
  const hasCodes = records.references.length > 0;
  return (r, p) => {
    let points = 0;
    if (rewards.phone[r] !== MISSING && rewards.phone[r] === pos.phone[p]) points += gate.contact;
    if (rewards.email[r] !== MISSING && rewards.email[r] === pos.email[p]) points += gate.contact;
    if (hasCodes && sharesCode(records, r, p)) points += gate.reference;
    const sameAmount = rewards.amountCents[r] === pos.amountCents[p];
    if (sameAmount) points += amountPoints[r]!;
    const lag = rewards.day[r]! - pos.day[p]!;
    const dated = rewards.day[r] !== NO_DAY && pos.day[p] !== NO_DAY;
    const isNear = !dated || (lag >= gate.lag.from && lag <= gate.lag.to);
    if (isNear) points += gate.lag.points;
    if (points >= gate.keepFrom) return true;
    const a = rewards.name[r]!;
    const b = pos.name[p]!;
    // A nameless row can only be told by amount and day, and those must then both agree.
    if (a === MISSING || b === MISSING) return sameAmount && isNear;
    return namePoints(a, b, gate.keepFrom - points);
  };
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
