// The cheap gate: integer comparisons that throw out most proposed pairs before anything expensive is computed.
// It never looks at the ratio of amounts: a reward is often a small part of its invoice.
import { type Gate, MISSING, NO_DAY, type Records } from '../domain.ts';

/** True when the pair has enough points of agreement to be worth comparing. */
export type PassesGate = (reward: number, pos: number) => boolean;

export function gateOf(records: Records, gate: Gate): PassesGate {
  const { rewards, pos } = records;
  const namePoints = namePointsOf(records, gate);
  return (r, p) => {
    let points = 0;
    if (rewards.phone[r] !== MISSING && rewards.phone[r] === pos.phone[p]) points += gate.contact;
    if (rewards.email[r] !== MISSING && rewards.email[r] === pos.email[p]) points += gate.contact;
    if (sharesCode(records, r, p)) points += gate.reference;
    if (rewards.amountCents[r] === pos.amountCents[p]) points += gate.amount;
    const lag = rewards.day[r]! - pos.day[p]!;
    const dated = rewards.day[r] !== NO_DAY && pos.day[p] !== NO_DAY;
    if (!dated || (lag >= gate.lag.from && lag <= gate.lag.to)) points += gate.lag.points;
    if (points >= gate.keepFrom) return true;
    const a = rewards.name[r]!;
    const b = pos.name[p]!;
    // A nameless row can only be told by amount and day, and those must then both agree.
    if (a === MISSING || b === MISSING) return points >= gate.amount + gate.lag.points;
    return points + namePoints(a, b) >= gate.keepFrom;
  };
}

function sharesCode(records: Records, r: number, p: number): boolean {
  const { rewards, pos } = records;
  const { codeDigits } = records;
  const reference = rewards.reference[r]!;
  const other = pos.reference[p]!;
  if (reference !== MISSING && (reference === other || reference === pos.invoice[p])) return true;
  if (rewards.invoice[r] !== MISSING && rewards.invoice[r] === pos.invoice[p]) return true;
  const digits = reference === MISSING ? MISSING : codeDigits[reference]!;
  return digits !== MISSING && other !== MISSING && digits === codeDigits[other];
}

function namePointsOf(records: Records, gate: Gate): (a: number, b: number) => number {
  const { names, tokens } = records;
  const { start, surnameAt } = names;
  const givenOf = (name: number): number => names.tokens[start[name]!]!;
  const surnameOf = (name: number): number => names.tokens[start[name + 1]! - 1]!;
  const initialOf = (token: number): number => tokens.text[token]!.charCodeAt(0);

  const givenPoints = (a: number, b: number): number => {
    if (a === b || sharesGroup(tokens.nicknameGroups[a]!, tokens.nicknameGroups[b]!)) return gate.givenName;
    if (tokens.sound[a] !== MISSING && tokens.sound[a] === tokens.sound[b]) return gate.givenName;
    const oneIsInitial = tokens.text[a]!.length === 1 || tokens.text[b]!.length === 1;
    return oneIsInitial && initialOf(a) === initialOf(b) ? gate.initial : 0;
  };

  const surnamePoints = (a: number, b: number): number => {
    if (a === b || (tokens.sound[a] !== MISSING && tokens.sound[a] === tokens.sound[b])) return gate.surname;
    const oneIsInitial = tokens.text[a]!.length === 1 || tokens.text[b]!.length === 1;
    return oneIsInitial && initialOf(a) === initialOf(b) ? gate.initial : 0;
  };

  return (a, b) => {
    let points = givenPoints(givenOf(a), givenOf(b));
    const bothHaveSurnames =
      start[a]! + surnameAt[a]! < start[a + 1]! && start[b]! + surnameAt[b]! < start[b + 1]!;
    if (bothHaveSurnames) points += surnamePoints(surnameOf(a), surnameOf(b));
    const shared = sharedLetters(names.signature, a, b);
    for (const level of gate.letters) if (shared >= level.from) return Math.max(points, level.points);
    return points;
  };
}

function sharesGroup(a: readonly number[], b: readonly number[]): boolean {
  for (const group of a) if (b.includes(group)) return true;
  return false;
}

/** Share of the shorter name's hashed letter pairs that the other has too: at least the true share. */
function sharedLetters(signature: Int32Array, a: number, b: number): number {
  let both = 0;
  let inA = 0;
  let inB = 0;
  for (let word = 0; word < 4; word++) {
    const x = signature[a * 4 + word]!;
    const y = signature[b * 4 + word]!;
    both += bitCount(x & y);
    inA += bitCount(x);
    inB += bitCount(y);
  }
  const fewer = Math.min(inA, inB);
  return fewer === 0 ? 0 : both / fewer;
}

function bitCount(bits: number): number {
  let v = bits - ((bits >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
