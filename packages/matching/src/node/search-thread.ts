// Runs in a thread of its own: finds and compares the pairs of one range of rewards. It never loads onnxruntime: the trees
// are evaluated here.
import { parentPort, workerData } from 'node:worker_threads';
import type { Compared } from '../domain.ts';
import { type Checkpoint, type PairSearch, type SearchModel, searchHere } from '../pair-search.ts';
import { inputWidthsOf } from '../plans/plan.ts';
import { rewardsToPos } from '../plans/rewards-to-pos.ts';
import { treeEvaluator } from '../score/tree-evaluator.ts';
import { SearchTables } from '../search-tables.ts';
import { makeTogether } from './make-together.ts';
import type { FromSearch, SearchTask, ThreadModel, ToSearch } from './search-messages.ts';

const port = parentPort!;

/** Made while the owner still makes what there is to search. */
const model = searchModel(workerData);

function searchModel({ baseLogOdds, trees }: ThreadModel): SearchModel {
  const evaluator = trees && treeEvaluator(trees, inputWidthsOf(rewardsToPos).comparisons);
  return { manifest: { baseLogOdds }, trees, evaluator };
}

/** Its only integer turns 1 when the owner wants no more, once it has said what to search. */
let stopping: Int32Array | undefined;

const tell = (message: FromSearch, transfer: ArrayBuffer[] = []): void => port.postMessage(message, transfer);

const isStopping = (): boolean => stopping !== undefined && Atomics.load(stopping, 0) === 1;

const checkpointOf =
  (stage: 'block' | 'compare'): Checkpoint =>
  (processed, total) => {
    if (isStopping()) throw new Error('the search was stopped');
    tell({ kind: 'progress', stage, processed, total });
  };

// With its port closed nothing keeps the thread alive.
port.on('message', async (message: ToSearch) => {
  if (message.kind === 'close') port.close();
  else {
    try {
      await run(await opened(message.task));
    } catch (error) {
      // Of any other failure the owner is told by the thread's end.
      if (!isStopping()) throw error;
    }
  }
});

/** Nobody but the search holds its tables, which lets go of them when it needs them no more. */
async function opened({ records, range, together, ...task }: SearchTask): Promise<PairSearch> {
  stopping = task.stopping;
  const tables = new SearchTables(records, rewardsToPos);
  await makeTogether(tables.all(), together);
  return searchHere(records, rewardsToPos, model, range, tables);
}

async function run(search: PairSearch): Promise<void> {
  const { count, proposed, passedOverRewards } = await search.block(checkpointOf('block'));
  tell({ kind: 'blocked', blocked: { count, proposed, passedOverRewards } });
  const compared = await search.compare(checkpointOf('compare'));
  tell({ kind: 'compared', compared }, buffersOf(compared));
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
