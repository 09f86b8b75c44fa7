// Runs in a thread of its own: holds both books, reconciles them, hands out the results in batches. It reads and writes
// nothing but its messages, so ending it leaves nothing half done.
import { parentPort, workerData } from 'node:worker_threads';
import { reconcile } from '@medspasync/matching';
import { loadScorer, searchInThreads } from '@medspasync/matching/node';
import type { UploadSide } from '@medspasync/schemas';
import { keyRing, PatientSeal } from '../../../platform/crypto/index.ts';
import type { UnreadableRow } from '../../uploads/index.ts';
import type { EngineSettings, FromEngine, ToEngine } from './messages.ts';
import { type ReportLine, reportLines } from './report-lines.ts';
import { resultRows, type StoredBooks } from './result-rows.ts';

const settings = workerData as EngineSettings;
const port = parentPort!;
const books: StoredBooks = { reward: [], pos: [] };
const unreadable: Record<UploadSide, readonly UnreadableRow[]> = { reward: [], pos: [] };
const seal = new PatientSeal(keyRing(settings.fernetKeys));
let lines: readonly ReportLine[] = [];
let handedOut = 0;
const stopping = new AbortController();

const tell = (message: FromEngine): void => port.postMessage(message);

port.on('message', (message: ToEngine) => {
  if (message.kind === 'transactions') for (const stored of message.batch) books[message.side].push(stored);
  else if (message.kind === 'unreadable') unreadable[message.side] = message.rows;
  else if (message.kind === 'rows') handOut(message.count);
  else if (message.kind === 'stop') stop();
  // What it throws goes unhandled on purpose: that ends the thread and tells its owner why.
  else void run();
});

async function run(): Promise<void> {
  const scorer = await loadScorer({
    directory: settings.modelDirectory,
    encoderDirectory: settings.encoderDirectory,
  });
  const report = await reconcile(
    { rewards: books.reward.map(transactionIn), pos: books.pos.map(transactionIn) },
    {
      scorer,
      threshold: settings.threshold,
      aliases: settings.aliases,
      openSearch: searchInThreads({ workers: settings.threads }),
      signal: stopping.signal,
      now: () => performance.now(),
      onProgress: ({ stage, processed, total, matchesFound }) =>
        tell({ kind: 'progress', stage, share: total === 0 ? 1 : processed / total, matchesFound }),
    },
  );
  lines = reportLines(report.results, unreadable, books.reward.length);
  tell({
    kind: 'done',
    matchesFound: report.summary.matchesFound,
    metrics: report.metrics,
    modelVersion: scorer.manifest.version,
    planVersion: scorer.manifest.plan,
  });
}

/** With its port closed and its run given up, nothing keeps the thread alive. */
function stop(): void {
  stopping.abort(new Error('the engine was stopped'));
  port.close();
}

function handOut(count: number): void {
  const batch = lines.slice(handedOut, handedOut + count);
  const { organizationId } = settings;
  const rows = resultRows(batch, handedOut, books, { organizationId, seal });
  handedOut += rows.length;
  tell({ kind: 'rows', json: JSON.stringify(rows), count: rows.length });
}

const transactionIn = ({ transaction }: StoredBooks['reward'][number]) => transaction;
