// The POS rows of each block of a rule, and the blocks a reward looks into.
import type { BlockingRule, KeyBuffer, Records, WriteNameKeys } from '../domain.ts';
import { MISSING } from '../domain.ts';
import { KeyTable, NO_BLOCK } from './key-table.ts';
import { mix } from './keys.ts';
import { inverted, type Lists, ListWriter } from './lists.ts';

/** A name meets others in so many blocks of a rule at most. */
export const MAX_BLOCKS = 64;

export interface RuleIndex {
  /** POS rows by block, ascending, and so in order of day. */
  rows: Lists;
  /** Writes the blocks of a reward. */
  writeBlocks(reward: number, buffer: KeyBuffer): void;
}

export function ruleIndex(records: Records, { meetBy }: BlockingRule): RuleIndex {
  if ('columns' in meetBy) return columnIndex(records, meetBy.columns);
  const posKeys = keysOfNames(records, meetBy.posName);
  const rewardKeys = meetBy.rewardName === meetBy.posName ? posKeys : keysOfNames(records, meetBy.rewardName);
  return meetBy.sameAmount
    ? nameAndAmountIndex(records, posKeys, rewardKeys)
    : nameIndex(records, posKeys, rewardKeys);
}

/** Ids are block numbers as they are. */
function columnIndex(
  records: Records,
  columnsOf: (records: Records, side: Records['pos']) => readonly Int32Array[],
): RuleIndex {
  const columns = columnsOf(records, records.pos);
  const writer = new ListWriter(records.pos.count);
  let blocks = 0;
  for (let p = 0; p < records.pos.count; p++) {
    for (let c = 0; c < columns.length; c++) {
      const id = columns[c]![p]!;
      if (id === MISSING || records.pos.cancelled[p] === 1) continue;
      writer.push(id);
      blocks = Math.max(blocks, id + 1);
    }
    writer.next();
  }
  const ofReward = columnsOf(records, records.rewards);
  return {
    rows: inverted(writer.lists(), blocks),
    writeBlocks: (r, buffer) => {
      for (const column of ofReward) {
        const id = column[r]!;
        if (id !== MISSING && id < blocks) buffer.keys[buffer.count++] = id;
      }
    },
  };
}

function nameIndex(records: Records, posKeys: Lists, rewardKeys: Lists): RuleIndex {
  const table = new KeyTable();
  const posBlocks = { start: posKeys.start, items: posKeys.items.map((key) => table.blockFor(key)) };
  const rewardBlocks =
    rewardKeys === posKeys
      ? posBlocks
      : { start: rewardKeys.start, items: rewardKeys.items.map((key) => table.blockOf(key)) };
  const writer = new ListWriter(records.pos.count);
  forEachStandingRow(
    records,
    posBlocks,
    (_, block) => writer.push(block),
    () => writer.next(),
  );
  return {
    rows: inverted(writer.lists(), table.blocks),
    writeBlocks: (r, buffer) => {
      const list = listOfName(rewardBlocks, records.rewards.name[r]!);
      for (let i = rewardBlocks.start[list]!; i < rewardBlocks.start[list + 1]!; i++) {
        const block = rewardBlocks.items[i]!;
        if (block !== NO_BLOCK) buffer.keys[buffer.count++] = block;
      }
    },
  };
}

function nameAndAmountIndex(records: Records, posKeys: Lists, rewardKeys: Lists): RuleIndex {
  const table = new KeyTable();
  const { rewards, pos } = records;
  const writer = new ListWriter(pos.count);
  forEachStandingRow(
    records,
    posKeys,
    (p, key) => writer.push(table.blockFor(mix(key, pos.amountCents[p]!))),
    () => writer.next(),
  );
  return {
    rows: inverted(writer.lists(), table.blocks),
    writeBlocks: (r, buffer) => {
      const list = listOfName(rewardKeys, rewards.name[r]!);
      for (let i = rewardKeys.start[list]!; i < rewardKeys.start[list + 1]!; i++) {
        const block = table.blockOf(mix(rewardKeys.items[i]!, rewards.amountCents[r]!));
        if (block !== NO_BLOCK) buffer.keys[buffer.count++] = block;
      }
    },
  };
}

/** Visits the items of each POS row's name, unless a refund took the sale back. */
function forEachStandingRow(
  { pos }: Records,
  lists: Lists,
  visit: (row: number, item: number) => void,
  endRow: () => void,
): void {
  for (let p = 0; p < pos.count; p++) {
    if (pos.cancelled[p] === 0) {
      const list = listOfName(lists, pos.name[p]!);
      for (let i = lists.start[list]!; i < lists.start[list + 1]!; i++) visit(p, lists.items[i]!);
    }
    endRow();
  }
}

/** Rows without a name have the last list. */
const listOfName = ({ start }: Lists, name: number): number => (name === MISSING ? start.length - 2 : name);

/** The distinct keys of each name, and after them those of a row without one. */
function keysOfNames(records: Records, write: WriteNameKeys): Lists {
  const names = records.names.suffix.length;
  const writer = new ListWriter(names + 1);
  const buffer: KeyBuffer = { count: 0, keys: new Int32Array(MAX_BLOCKS) };
  for (let name = 0; name <= names; name++) {
    buffer.count = 0;
    write(records, name === names ? MISSING : name, buffer);
    for (let k = 0; k < buffer.count; k++) {
      if (buffer.keys.indexOf(buffer.keys[k]!) === k) writer.push(buffer.keys[k]!);
    }
    writer.next();
  }
  return writer.lists();
}
