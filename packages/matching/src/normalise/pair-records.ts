// The records of one pair after another, in tables that stay: what a name, an address or a service is does not change from
// pair to pair, so only what is new is read, and only what the pair's own two rows say of each other is worked out again.
import type { Transaction } from '@medspasync/schemas';
import { MISSING, NO_DAY, NO_KNOWN_NAMES, NO_TERMS, type Records, type Side } from '../domain.ts';
import { JobColumns } from './job-columns.ts';
import { type JobHabits, jobHabits } from './job-habits.ts';
import { PairTables } from './pair-tables.ts';
import { type RowColumns, rowColumns } from './row-columns.ts';
import { amountLogShare, holdersOfInitials } from './shares.ts';
import { textLogShare } from './text-tables.ts';

/** A side whose only row is written over by the next pair. */
interface OneRow {
  read: RowColumns;
  side: Side;
}

export class PairRecords {
  /** What `normalise` gives for the two rows read last, except for what only blocking looks at. */
  readonly records: Records;
  private readonly columns = new JobColumns(0);
  private readonly tables = new PairTables(this.columns);
  private readonly reward = oneRow();
  private readonly sale = oneRow();
  private readonly habits = new Map<number, JobHabits>();

  constructor() {
    const { lagHabits, equalAmountShare } = jobHabits(this.reward.side, this.sale.side, 0);
    this.records = {
      rewards: this.reward.side,
      pos: this.sale.side,
      ...this.tables.tables,
      known: NO_KNOWN_NAMES,
      terms: NO_TERMS,
      lagHabits,
      equalAmountShare,
    };
  }

  /** False when the next pair may be one too many: then new records are due. */
  get hasRoom(): boolean {
    return this.tables.hasRoom && this.habits.size < MOST_HABITS;
  }

  /** How many distinct services were read so far: the last ones may still be without their meaning. */
  get services(): number {
    return this.columns.services.values.text.length;
  }

  /** Turns to the next pair. */
  read(reward: Transaction, pos: Transaction): void {
    readInto(this.columns, reward, this.reward);
    readInto(this.columns, pos, this.sale);
    this.tables.extend(this.records);
    const { rewards, pos: sales } = this.records;
    this.tables.shareNames(rewards.name[0]!, sales.name[0]!);
    this.shareAmounts(rewards, sales);
    this.shareContacts(rewards, sales);
    const { providers, locations } = this.records;
    shareTexts(providers.logShare, rewards.provider[0]!, sales.provider[0]!);
    shareTexts(locations.logShare, rewards.location[0]!, sales.location[0]!);
    this.learnHabits(rewards, sales);
  }

  private shareAmounts(rewards: Side, pos: Side): void {
    const { logShare } = this.records.amounts;
    const rows = rewards.amount[0] === pos.amount[0] ? 2 : 1;
    for (const { amount, amountCents } of [rewards, pos])
      logShare[amount[0]!] = amountLogShare(amountCents[0]!, rows, 2);
  }

  private shareContacts(rewards: Side, pos: Side): void {
    const { phoneHolders, emailHolders } = this.records;
    const initials = this.initialBit(rewards) | this.initialBit(pos);
    // Different contacts have one holder each, whoever that is.
    if (rewards.phone[0] !== MISSING && rewards.phone[0] === pos.phone[0])
      phoneHolders[rewards.phone[0]!] = holdersOfInitials(initials);
    if (rewards.email[0] !== MISSING && rewards.email[0] === pos.email[0])
      emailHolders[rewards.email[0]!] = holdersOfInitials(initials);
  }

  private initialBit({ name }: Side): number {
    return name[0] === MISSING ? 0 : 1 << this.columns.names.initialOf(name[0]!);
  }

  /** Habits of two rows follow from the lag between namesakes, and from whether their amounts are equal. */
  private learnHabits(rewards: Side, pos: Side): void {
    const areNamesakes = rewards.name[0] !== MISSING && rewards.name[0] === pos.name[0];
    const isSeen = areNamesakes && rewards.day[0] !== NO_DAY;
    const key = !isSeen
      ? NaN
      : (rewards.day[0]! - pos.day[0]!) * 2 + Number(rewards.amountCents[0] === pos.amountCents[0]);
    let habits = this.habits.get(key);
    if (habits === undefined) {
      habits = jobHabits(rewards, pos, this.columns.names.count);
      this.habits.set(key, habits);
    }
    this.records.lagHabits = habits.lagHabits;
    this.records.equalAmountShare = habits.equalAmountShare;
  }
}

/** Lags, with equal amounts and without: more than two years' worth are nonsense that must not fill the memory. */
const MOST_HABITS = 2048;

function oneRow(): OneRow {
  const read = rowColumns(1);
  const side: Side = {
    ...read,
    count: 1,
    memberStart: Int32Array.of(0, 1),
    members: Int32Array.of(0),
    distinctOf: Int32Array.of(0),
    program: new Int8Array(1),
    reversal: new Uint8Array(1),
    cancelled: new Uint8Array(1),
    refundedCents: new Int32Array(1),
  };
  read.name.fill(MISSING);
  return { read, side };
}

function readInto(columns: JobColumns, row: Transaction, { read, side }: OneRow): void {
  columns.readRows([row], read, 0);
  side.program[0] = read.program[0]!;
  side.reversal[0] = read.reversal[0]!;
}

function shareTexts(logShare: Float64Array, a: number, b: number): void {
  const total = Number(a !== MISSING) + Number(b !== MISSING);
  if (a !== MISSING) logShare[a] = textLogShare(a === b ? 2 : 1, total);
  if (b !== MISSING) logShare[b] = textLogShare(a === b ? 2 : 1, total);
}
