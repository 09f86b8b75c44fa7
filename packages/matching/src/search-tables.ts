// What a search reads of a job whatever rewards it looks for. Threads that each look for some of them make it together, each table once.
import { BlockTables } from './block/block-tables.ts';
import { type CompareClasses, compareClasses } from './compare/compare.ts';
import type { OnceMade, Records } from './domain.ts';
import type { Plan } from './plans/plan.ts';

export class SearchTables {
  readonly block: BlockTables;
  readonly classes: CompareClasses;

  constructor(records: Records, { blockOn, comparisons }: Plan) {
    this.block = new BlockTables(records, blockOn);
    this.classes = compareClasses(records, comparisons);
  }

  /** Every table, in the same order for the same plan. */
  all(): OnceMade<object>[] {
    return [...this.block.all(), ...this.classes.filter((classes) => classes !== undefined)];
  }
}
