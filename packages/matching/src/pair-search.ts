// Stages 2 and 3 as one search: whoever finds the pairs of some rewards also compares them, in this thread or in another.
import { block } from './block/block.ts';
import type { BlockTables } from './block/block-tables.ts';
import { compare } from './compare/compare.ts';
import type { Candidates, Compared, Records, RowRange, Sieve } from './domain.ts';
import type { Plan } from './plans/plan.ts';
import type { ModelManifest, Scorer } from './score/scorer.ts';
import { SearchTables } from './search-tables.ts';

/** Told between batches; throws to stop the search. */
export type Checkpoint = (processed: number, total: number) => void;

/** What is known of the candidates before they are compared. */
export type Blocked = Pick<Candidates, 'count' | 'proposed' | 'passedOverRewards'>;

export interface PairSearch {
  /** Those of the job, where the search keeps them: whoever holds others holds them twice. */
  readonly records: Records;
  block(checkpoint: Checkpoint): Blocked | Promise<Blocked>;
  /** Compares what `block` found. */
  compare(checkpoint: Checkpoint): Compared | Promise<Compared>;
  /** Ends what the search started; also after one of the above failed. */
  close(): void | Promise<void>;
}

/** What a search asks of a model: whether a pair can come to anything. */
export interface SearchModel extends Pick<Scorer, 'evaluator' | 'trees'> {
  manifest: Pick<ModelManifest, 'baseLogOdds'>;
}

/** Opens a search over the pairs of all rewards; the records are handed over. Every way to search answers the same, to the last bit. */
export type OpenSearch = (records: Records, plan: Plan, model: SearchModel) => PairSearch;

/** A search in this thread, over the pairs of the rewards in `range` (default: all), with the `tables` of the job where others share them. */
export function searchHere(
  records: Records,
  plan: Plan,
  model: SearchModel,
  range: RowRange = { from: 0, to: records.rewards.count },
  { block: blockTables, classes } = new SearchTables(records, plan),
): PairSearch {
  // Large, and of no use once pairs are found.
  let tables: BlockTables | undefined = blockTables;
  let candidates: Candidates | undefined;
  return {
    records,
    block: (checkpoint) => {
      candidates = block(records, plan.blockOn, plan.gate, range, checkpoint, tables);
      tables = undefined;
      return candidates;
    },
    compare: (checkpoint) => {
      if (candidates === undefined) throw new Error('pairs are compared after they are found');
      return compare(records, candidates, plan.comparisons, sieveOf(model), checkpoint, classes);
    },
    close: () => undefined,
  };
}

/** Hopeless pairs are known before the model is asked, where its trees are. */
const sieveOf = ({ manifest, evaluator }: SearchModel): Sieve | undefined =>
  evaluator && { baseLogOdds: manifest.baseLogOdds, ...evaluator };
