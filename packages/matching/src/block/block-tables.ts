// What blocking reads of a job, whatever rewards it looks for: threads that each look for some of them make it once for all.
import { type BlockingRule, OnceMade, type Records, type WriteNameKeys } from '../domain.ts';
import { contenders } from './contenders.ts';
import { type GateLines, gateLines } from './gate-lines.ts';
import { type ColumnsOf, rowsOfColumns } from './id-rows.ts';
import type { Lists } from './lists.ts';
import { keysOfNames } from './name-keys.ts';

export class BlockTables {
  readonly lines: OnceMade<GateLines>;
  readonly contenders: OnceMade<{ of: Int32Array }>;
  /** The POS rows of each id, by what a rule's columns are. */
  private readonly rows = new Map<ColumnsOf, OnceMade<Lists>>();
  /** The keys of each name, by what writes them. */
  private readonly keys = new Map<WriteNameKeys, OnceMade<Lists>>();

  constructor(records: Records, rules: readonly BlockingRule[]) {
    this.lines = new OnceMade(() => gateLines(records));
    this.contenders = new OnceMade(() => ({ of: contenders(records) }));
    for (const { meetBy } of rules) {
      if ('columns' in meetBy) {
        const { columns } = meetBy;
        this.rows.set(columns, new OnceMade(() => rowsOfColumns(records, columns)));
      } else {
        const writers = 'name' in meetBy ? [meetBy.name] : [meetBy.amountWith.reward, meetBy.amountWith.pos];
        for (const write of writers) this.keys.set(write, new OnceMade(() => keysOfNames(records, write)));
      }
    }
  }

  rowsOf(columns: ColumnsOf): Lists {
    return this.rows.get(columns)!.get();
  }

  keysOf(write: WriteNameKeys): Lists {
    return this.keys.get(write)!.get();
  }

  /** Every table, in the same order for the same rules. */
  all(): OnceMade<object>[] {
    return [this.lines, this.contenders, ...this.rows.values(), ...this.keys.values()];
  }
}
