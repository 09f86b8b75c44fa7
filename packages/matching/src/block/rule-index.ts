// The POS rows of each block of a rule, and the blocks a reward looks into.
import {
  type BlockingRule,
  type KeyBuffer,
  MISSING,
  type Records,
  type RowRange,
  type WriteNameKeys,
} from '../domain.ts';
import type { BlockTables } from './block-tables.ts';
import { rowsInReach } from './calendar.ts';
import type { ColumnsOf } from './id-rows.ts';
import { KeyTable, NO_BLOCK } from './key-table.ts';
import { mix } from './keys.ts';
import { inverted, type Lists, ListWriter } from './lists.ts';
import { listOfName } from './name-keys.ts';

export interface RuleIndex {
  /** POS rows by block, ascending, and so in order of day. */
  rows: Lists;
  /** Writes the blocks of a reward. */
  writeBlocks(reward: number, buffer: KeyBuffer): void;
}

/** The index of each rule, of the blocks that `rewards` look into. */
export type IndexRules = (rules: readonly BlockingRule[], rewards: Int32Array) => RuleIndex[];

/** A few rewards need few blocks, and those the rows near their days. Rules that write the same keys share their work. */
export function rulesIndexer(records: Records, tables: BlockTables): IndexRules {
  const columnsBy = remembered((columnsOf: ColumnsOf) =>
    columnIndex(records, columnsOf, tables.rowsOf(columnsOf)),
  );
  return (rules, rewards) => {
    const reachOf = (sharing: readonly BlockingRule[]): RowRange[] =>
      rowsInReach(
        records,
        sharing.map(({ windowDays }) => windowDays),
        rewards,
      );
    const indexBy = remembered((write: WriteNameKeys) => {
      const sharing = rules.filter(({ meetBy }) => 'name' in meetBy && meetBy.name === write);
      return nameIndex(records, tables.keysOf(write), rewards, reachOf(sharing));
    });
    return rules.map((rule) => {
      const { meetBy } = rule;
      if ('columns' in meetBy) return columnsBy(meetBy.columns);
      if ('name' in meetBy) return indexBy(meetBy.name);
      const { reward, pos } = meetBy.amountWith;
      return nameAndAmountIndex(records, tables.keysOf(pos), tables.keysOf(reward), rewards, reachOf([rule]));
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

function columnIndex(records: Records, columnsOf: ColumnsOf, rows: Lists): RuleIndex {
  const ofReward = columnsOf(records, records.rewards);
  const blocks = rows.start.length - 1;
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
