// The main job as a sentence: read both books, reconcile them, write the matches, say what was found.
import { writeMatches } from '@medspasync/exporting';
import { type ReconciliationReport, reconcile } from '@medspasync/matching';
import { loadScorer, searchInThreads } from '@medspasync/matching/node';
import type { UploadSide } from '@medspasync/schemas';
import type { Arguments } from './arguments.ts';
import { MODEL_DIRECTORY } from './config.ts';
import { EXIT, Failure, fileFailure } from './failure.ts';
import { matchesRows } from './matches-rows.ts';
import { type ProgressBar, RunProgress } from './progress.ts';
import { type Book, readBook } from './read-book.ts';
import { StageTimes } from './stage-times.ts';
import { summaryText } from './summary.ts';
import { writeWholeFile } from './whole-file.ts';

/** Runs one reconciliation and answers its summary. @throws Failure; an abort of `signal` leaves no file behind. */
export async function reconcileFiles(
  options: Arguments,
  bar: ProgressBar,
  signal: AbortSignal,
): Promise<string> {
  const started = performance.now();
  const times = new StageTimes();
  // The clock of a process starts with it: what has passed by now was spent on loading the program.
  times.add({ stage: 'start', durationMs: started });
  const progress = new RunProgress(bar);
  const [rewards, pos] = await readBooks(options, progress, times, signal);
  const scorer = await times.time('load model', () => loadScorer({ directory: MODEL_DIRECTORY }));
  const report = await reconcile(
    { rewards: rewards.transactions, pos: pos.transactions },
    {
      scorer,
      threshold: options.threshold,
      // The reason of a row needs no more.
      explanations: options.explain ? 'full' : 'summary',
      openSearch: searchInThreads({ workers: options.workers }),
      signal,
      now: () => performance.now(),
      onProgress: ({ stage, processed, total }) =>
        progress.matching(stage, total === 0 ? 1 : processed / total),
    },
  );
  times.add(...report.metrics.stages);
  await times.time('write', () => writeReport(options, report, rewards, pos, progress, signal));
  const seconds = (performance.now() - started) / 1000;
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  const summary = summaryText(report, rewards, pos, { seconds, peakBytes });
  return options.stages ? summary + times.line() : summary;
}

/** The POS file is read also when the rewards cannot be, so that both are named at once. @throws Failure. */
async function readBooks(
  options: Arguments,
  progress: RunProgress,
  times: StageTimes,
  signal: AbortSignal,
): Promise<[rewards: Book, pos: Book]> {
  const failures: Failure[] = [];
  const read = async (
    name: string,
    path: string,
    side: UploadSide,
    onProgress: (share: number) => void,
  ): Promise<Book | undefined> => {
    try {
      return await times.time(`read ${name}`, () => readBook(path, side, signal, onProgress));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      failures.push(error);
      return undefined;
    }
  };
  const rewards = await read('rewards', options.rewards, 'reward', progress.readingRewards);
  const pos = await read('POS', options.pos, 'pos', progress.readingPos);
  if (rewards && pos) return [rewards, pos];
  const message = failures.map((failure) => failure.message).join('\n');
  throw new Failure(EXIT.unreadableInput, message, failures[0]);
}

async function writeReport(
  options: Arguments,
  report: ReconciliationReport,
  rewards: Book,
  pos: Book,
  progress: RunProgress,
  signal: AbortSignal,
): Promise<void> {
  const rows = matchesRows(report.results, rewards, pos, signal, progress.writing);
  const comparisons = options.explain ? comparisonsOf(report) : undefined;
  try {
    await writeWholeFile(options.out, (output) =>
      writeMatches(rows, options.format, output, { comparisons }),
    );
  } catch (error) {
    if (signal.aborted) throw error;
    throw fileFailure(EXIT.failed, options.out, error);
  }
}

/** Names of the comparisons in the order of the plan; the last one only where a result was held back. */
function comparisonsOf({ results }: ReconciliationReport): string[] {
  const names = new Set<string>();
  for (const { explanation } of results) {
    for (const { comparison } of explanation?.contributions ?? []) names.add(comparison);
  }
  return [...names];
}
