// The POS rows of each block of a rule, and the blocks a reward looks into.
import {
  type BlockingRule,
  type KeyBuffer,
  MISSING,
  type Records,
  type RowRange,
  type WriteNameKeys,
} from '../domain.ts';
import { rowsInReach } from './calendar.ts';
import { KeyTable, NO_BLOCK } from './key-table.ts';
import { mix } from './keys.ts';
import { inverted, type Lists, ListWriter, rowsById } from './lists.ts';

/** A name meets others in so many blocks of a rule at most. */
export const MAX_BLOCKS = 64;

export interface RuleIndex {
  /** POS rows by block, ascending, and so in order of day. */
  rows: Lists;
  /** Writes the blocks of a reward. */
  writeBlocks(reward: number, buffer: KeyBuffer): void;
}

/** The index of each rule, of the blocks that `rewards` look into. */
export type IndexRules = (rules: readonly BlockingRule[], rewards: Int32Array) => RuleIndex[];

/** A few rewards need few blocks, and those the rows near their days. Rules that write the same keys share their work. */
export function rulesIndexer(records: Records): IndexRules {
  const keysBy = remembered((write: WriteNameKeys) => keysOfNames(records, write));
  const columnsBy = remembered((columnsOf: ColumnsOf) => columnIndex(records, columnsOf));
  return (rules, rewards) => {
    const reachOf = (sharing: readonly BlockingRule[]): RowRange[] =>
      rowsInReach(
        records,
        sharing.map(({ windowDays }) => windowDays),
        rewards,
      );
    const indexBy = remembered((write: WriteNameKeys) => {
      const sharing = rules.filter(({ meetBy }) => 'name' in meetBy && meetBy.name === write);
      return nameIndex(records, keysBy(write), rewards, reachOf(sharing));
    });
    return rules.map((rule) => {
      const { meetBy } = rule;
      if ('columns' in meetBy) return columnsBy(meetBy.columns);
      if ('name' in meetBy) return indexBy(meetBy.name);
      const { reward, pos } = meetBy.amountWith;
      return nameAndAmountIndex(records, keysBy(pos), keysBy(reward), rewards, reachOf([rule]));
    });
  };
}

function remembered<K, V>(compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const found = known.get(key) ?? compute(key);
    known.set(key, found);
    return found;
  };
}

type ColumnsOf = (records: Records, side: Records['pos']) => readonly Int32Array[];

/** Ids are block numbers as they are: an index of all rows, whoever looks into it. */
function columnIndex(records: Records, columnsOf: ColumnsOf): RuleIndex {
  const { cancelled, count } = records.pos;
  const columns = columnsOf(records, records.pos);
  let blocks = 0;
  for (const column of columns) {
    for (let p = 0; p < count; p++) if (column[p]! >= blocks && cancelled[p] === 0) blocks = column[p]! + 1;
  }
  const rows = rowsById(columns, cancelled, count, blocks);
  const ofReward = columnsOf(records, records.rewards);
  return {
    rows,
    writeBlocks: (r, buffer) => {
      for (const column of ofReward) {
        const id = column[r]!;
        if (id !== MISSING && id < blocks) buffer.keys[buffer.count++] = id;
      }
    },
  };
}

/** Most jobs know no names that belong together. */
const NOTHING: RuleIndex = {
  rows: { start: new Int32Array(1), items: new Int32Array(0) },
  writeBlocks: () => undefined,
};

function nameIndex(
  records: Records,
  keys: Lists,
  rewards: Int32Array,
  reach: readonly RowRange[],
): RuleIndex {
  const table = new KeyTable(rewards.length);
  for (const r of rewards) {
    const list = listOfName(keys, records.rewards.name[r]!);
    for (let i = keys.start[list]!; i < keys.start[list + 1]!; i++) table.blockFor(keys.items[i]!);
  }
  if (table.blocks === 0) return NOTHING;
  const blocks = blocksOfNames(keys, table);
  return {
    rows: rowsByBlock(records, blocks, table.blocks, reach),
    writeBlocks: (r, buffer) => {
      const list = listOfName(blocks, records.rewards.name[r]!);
      for (let i = blocks.start[list]!; i < blocks.start[list + 1]!; i++) {
        buffer.keys[buffer.count++] = blocks.items[i]!;
      }
    },
  };
}

/** The blocks of each name, of those the table knows. */
function blocksOfNames(keys: Lists, table: KeyTable): Lists {
  const writer = new ListWriter(keys.start.length - 1);
  for (let list = 0; list + 1 < keys.start.length; list++) {
    for (let i = keys.start[list]!; i < keys.start[list + 1]!; i++) {
      const block = table.blockOf(keys.items[i]!);
      if (block !== NO_BLOCK) writer.push(block);
    }
    writer.next();
  }
  return writer.lists();
}

/** The standing POS rows of each block, where `blocks` are those of names. */
function rowsByBlock({ pos }: Records, blocks: Lists, count: number, reach: readonly RowRange[]): Lists {
  const start = new Int32Array(count + 1);
  for (const { from, to } of reach) {
    for (let p = from; p < to; p++) {
      if (pos.cancelled[p] === 1) continue;
      const list = listOfName(blocks, pos.name[p]!);
      for (let i = blocks.start[list]!; i < blocks.start[list + 1]!; i++) {
        const next = blocks.items[i]! + 1;
        start[next] = start[next]! + 1;
      }
    }
  }
  for (let block = 0; block < count; block++) start[block + 1] = start[block + 1]! + start[block]!;
  const rows = new Int32Array(start[count]!);
  const end = start.slice();
  for (const { from, to } of reach) {
    for (let p = from; p < to; p++) {
      if (pos.cancelled[p] === 1) continue;
      const list = listOfName(blocks, pos.name[p]!);
      for (let i = blocks.start[list]!; i < blocks.start[list + 1]!; i++) {
        const block = blocks.items[i]!;
        rows[end[block]!] = p;
        end[block] = end[block]! + 1;
      }
    }
  }
  return { start, items: rows };
}

function nameAndAmountIndex(
  records: Records,
  posKeys: Lists,
  rewardKeys: Lists,
  wanted: Int32Array,
  reach: readonly RowRange[],
): RuleIndex {
  const { rewards, pos } = records;
  const table = new KeyTable(wanted.length);
  for (const r of wanted) {
    const list = listOfName(rewardKeys, rewards.name[r]!);
    for (let i = rewardKeys.start[list]!; i < rewardKeys.start[list + 1]!; i++) {
      table.blockFor(mix(rewardKeys.items[i]!, rewards.amountCents[r]!));
    }
  }
  const writer = new ListWriter(pos.count);
  for (const { from, to } of reach) {
    writer.skipTo(from);
    for (let p = from; p < to; p++) {
      const list = listOfName(posKeys, pos.name[p]!);
      const end = pos.cancelled[p] === 1 ? 0 : posKeys.start[list + 1]!;
      for (let i = posKeys.start[list]!; i < end; i++) {
        const block = table.blockOf(mix(posKeys.items[i]!, pos.amountCents[p]!));
        if (block !== NO_BLOCK) writer.push(block);
      }
      writer.next();
    }
  }
  writer.skipTo(pos.count);
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
      if (isFirst(buffer.keys, k)) writer.push(buffer.keys[k]!);
    }
    writer.next();
  }
  return writer.lists();
}

function isFirst(keys: Int32Array, at: number): boolean {
  for (let k = 0; k < at; k++) if (keys[k] === keys[at]) return false;
  return true;
}
