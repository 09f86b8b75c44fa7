// Runs in a thread of its own: reads both books into columns, reconciles them, explains the results while it hands them out
// in batches. It reads and writes nothing but its messages, so ending it leaves nothing half done.
import { parentPort, workerData } from 'node:worker_threads';
import { openReport, type ReconciliationMetrics } from '@medspasync/matching';
import { loadScorer, searchInThreads } from '@medspasync/matching/node';
import type { UploadSide } from '@medspasync/schemas';
import { keyRing, PatientSeal } from '../../../platform/crypto/index.ts';
import type { UnreadableRow } from '../../uploads/index.ts';
import { GivenBooks } from './given-books.ts';
import type { EngineSettings, EngineSummary, FromEngine, ToEngine } from './messages.ts';
import { type ReportLine, reportLines } from './report-lines.ts';
import { resultRows } from './result-rows.ts';

const settings = workerData as EngineSettings;
const port = parentPort!;
const books = new GivenBooks();
const unreadable: Record<UploadSide, readonly UnreadableRow[]> = { reward: [], pos: [] };
const seal = new PatientSeal(keyRing(settings.fernetKeys));
const stopping = new AbortController();
/** Of the stages whose work is done while messages come and go. */
const spentMs = { normalise: 0, explain: 0 };
let lines: Iterator<ReportLine>;
let decided: Omit<EngineSummary, 'matchesFound'>;
let handedOut = 0;
let matchesFound = 0;

const tell = (message: FromEngine): void => port.postMessage(message);

port.on('message', (message: ToEngine) => {
  if (message.kind === 'transactions') {
    timed('normalise', () => books.take(message.side, message.batch));
  } else if (message.kind === 'unreadable') unreadable[message.side] = message.rows;
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
  const { metrics, results } = await openReport(books.read(), {
    scorer,
    threshold: settings.threshold,
    aliases: settings.aliases,
    programTerms: settings.programTerms,
    today: settings.today,
    openSearch: searchInThreads({ workers: settings.threads }),
    signal: stopping.signal,
    now: () => performance.now(),
    onProgress: ({ stage, processed, total }) =>
      tell({ kind: 'progress', stage, share: total === 0 ? 1 : processed / total }),
  });
  lines = reportLines(results, unreadable, books.rows.reward.count);
  const { plan: planVersion, version: modelVersion } = scorer.manifest;
  decided = { metrics, modelVersion, planVersion };
  tell({ kind: 'decided' });
}

/** With its port closed and its run given up, nothing keeps the thread alive. */
function stop(): void {
  stopping.abort(new Error('the engine was stopped'));
  port.close();
}

function handOut(count: number): void {
  const batch = timed('explain', () => nextLines(count));
  if (batch.length === 0) {
    tell({ kind: 'done', ...decided, metrics: withTimeSpent(decided.metrics), matchesFound });
    return;
  }
  for (const line of batch) if (isMatch(line)) matchesFound += 1;
  const { organizationId } = settings;
  const rows = resultRows(batch, handedOut, books.rows, { organizationId, seal });
  handedOut += rows.length;
  tell({ kind: 'rows', json: JSON.stringify(rows), matchesFound });
}

function nextLines(count: number): ReportLine[] {
  const batch: ReportLine[] = [];
  while (batch.length < count) {
    const { done, value } = lines.next();
    if (done) break;
    batch.push(value);
  }
  return batch;
}

const isMatch = (line: ReportLine): boolean =>
  'result' in line && line.result.result === 'match' && line.result.rewardIndex !== null;

function timed<T>(stage: keyof typeof spentMs, work: () => T): T {
  const startedAt = performance.now();
  const done = work();
  spentMs[stage] += performance.now() - startedAt;
  return done;
}

const withTimeSpent = ({ stages, ...metrics }: ReconciliationMetrics): ReconciliationMetrics => ({
  ...metrics,
  stages: stages.map(({ durationMs, stage }) => ({
    stage,
    durationMs: durationMs + (stage in spentMs ? spentMs[stage as keyof typeof spentMs] : 0),
  })),
});
