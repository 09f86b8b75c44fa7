// Runs in a thread of its own: finds and compares the pairs of one range of rewards. It never loads onnxruntime: the trees
// are evaluated here.
import { parentPort, workerData } from 'node:worker_threads';
import type { Compared } from '../domain.ts';
import { type Checkpoint, type PairSearch, type SearchModel, searchHere } from '../pair-search.ts';
import { inputWidthsOf } from '../plans/plan.ts';
import { rewardsToPos } from '../plans/rewards-to-pos.ts';
import { treeEvaluator } from '../score/tree-evaluator.ts';
import type { Answers, FromSearch, SearchSettings, ToSearch } from './search-messages.ts';

const { records, lines, range, model, stopping } = workerData as SearchSettings;
const port = parentPort!;
const search: PairSearch = searchHere(records, rewardsToPos, searchModel(), range, lines);

const tell = (message: FromSearch, transfer: ArrayBuffer[] = []): void => port.postMessage(message, transfer);

const isStopping = (): boolean => Atomics.load(stopping, 0) === 1;

const checkpoint: Checkpoint = (processed, total) => {
  if (isStopping()) throw new Error('the search was stopped');
  tell({ kind: 'progress', processed, total });
};

// With its port closed nothing keeps the thread alive.
port.on('message', async ({ kind }: ToSearch) => {
  if (kind === 'close') port.close();
  else {
    try {
      await answer(kind);
    } catch (error) {
      // Of any other failure the owner is told by the thread's end.
      if (!isStopping()) throw error;
    }
  }
});

async function answer(kind: keyof Answers): Promise<void> {
  if (kind === 'block') {
    const { count, proposed, skippedBlocks } = await search.block(checkpoint);
    tell({ kind: 'answer', answer: { count, proposed, skippedBlocks } });
  } else {
    const compared = await search.compare(checkpoint);
    tell({ kind: 'answer', answer: compared }, buffersOf(compared));
  }
}

function searchModel(): SearchModel {
  const { baseLogOdds, trees } = model;
  const evaluator = trees && treeEvaluator(trees, inputWidthsOf(rewardsToPos).comparisons);
  return { manifest: { baseLogOdds }, trees, evaluator };
}

/** What is handed over instead of copied. */
const buffersOf = ({ candidates, inputs }: Compared): ArrayBuffer[] =>
  [
    candidates.reward,
    candidates.pos,
    candidates.rule,
    ...inputs.flatMap(({ values, inputOf }) => [values, inputOf]),
  ].map(({ buffer }) => buffer as ArrayBuffer);
