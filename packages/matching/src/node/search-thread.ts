// Runs in a thread of its own: finds and compares the pairs of one range of rewards. It never loads onnxruntime: the trees
// are evaluated here.
import { parentPort } from 'node:worker_threads';
import type { Compared } from '../domain.ts';
import { type Checkpoint, type PairSearch, type SearchModel, searchHere } from '../pair-search.ts';
import { inputWidthsOf } from '../plans/plan.ts';
import { rewardsToPos } from '../plans/rewards-to-pos.ts';
import { treeEvaluator } from '../score/tree-evaluator.ts';
import type { FromSearch, SearchSettings, ToSearch } from './search-messages.ts';

const port = parentPort!;

/** What is searched, once the owner has said so. */
let task: { search: PairSearch; stopping: Int32Array } | undefined;

const tell = (message: FromSearch, transfer: ArrayBuffer[] = []): void => port.postMessage(message, transfer);

const isStopping = (): boolean => task !== undefined && Atomics.load(task.stopping, 0) === 1;

const checkpoint: Checkpoint = (processed, total) => {
  if (isStopping()) throw new Error('the search was stopped');
  tell({ kind: 'progress', processed, total });
};

// With its port closed nothing keeps the thread alive.
port.on('message', async (message: ToSearch) => {
  if (message.kind === 'close') port.close();
  else {
    try {
      await (message.kind === 'block' ? block(message.settings) : compare());
    } catch (error) {
      // Of any other failure the owner is told by the thread's end.
      if (!isStopping()) throw error;
    }
  }
});

async function block({ records, lines, range, model, stopping }: SearchSettings): Promise<void> {
  task = { search: searchHere(records, rewardsToPos, searchModel(model), range, lines), stopping };
  const { count, proposed, passedOverRewards } = await task.search.block(checkpoint);
  tell({ kind: 'answer', answer: { count, proposed, passedOverRewards } });
}

async function compare(): Promise<void> {
  const compared = await task!.search.compare(checkpoint);
  tell({ kind: 'answer', answer: compared }, buffersOf(compared));
}

function searchModel({ baseLogOdds, trees }: SearchSettings['model']): SearchModel {
  const evaluator = trees && treeEvaluator(trees, inputWidthsOf(rewardsToPos).comparisons);
  return { manifest: { baseLogOdds }, trees, evaluator };
}

/** What is handed over instead of copied. */
const buffersOf = ({ candidates, inputs }: Compared): ArrayBuffer[] =>
  [
    candidates.reward,
    candidates.pos,
    candidates.rule,
    ...inputs.flatMap(({ values, inputOf, logOdds }) =>
      logOdds ? [values, inputOf, logOdds] : [values, inputOf],
    ),
  ].map(({ buffer }) => buffer as ArrayBuffer);
