// The main job as a sentence: read both books, reconcile them, write the matches, say what was found.
import { statSync } from 'node:fs';
import { writeMatches } from '@medspasync/exporting';
import { type MatchResult, openReport, type Scorer } from '@medspasync/matching';
import { loadScorer, searchInThreads } from '@medspasync/matching/node';
import { agreeOnDates } from './agree-on-dates.ts';
import type { Arguments } from './arguments.ts';
import { MODEL_DIRECTORY } from './config.ts';
import { EXIT, Failure, fileFailure } from './failure.ts';
import { matchesRows } from './matches-rows.ts';
import { type ProgressBar, RunProgress } from './progress.ts';
import { type Book, readBook } from './read-book.ts';
import { readBookInThread } from './read-in-thread.ts';
import { StageTimes } from './stage-times.ts';
import { summaryText } from './summary.ts';
import { Tally } from './tally.ts';
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
  const { rewards, pos, scorer } = await readInputs(options, progress, times, signal);
  const report = await openReport(
    { rewards: rewards.columns, pos: pos.columns },
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
  const tally = new Tally(rewards, pos);
  const results = tally.counting(report.results);
  await times.time('write', () => writeResults(options, results, rewards, pos, progress, signal));
  const seconds = (performance.now() - started) / 1000;
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  const summary = summaryText(tally, report.metrics, rewards, pos, { seconds, peakBytes });
  return options.stages ? summary + times.line() : summary;
}

interface Inputs {
  rewards: Book;
  pos: Book;
  scorer: Scorer;
}

/**
 * Of large files the POS is read in a thread while this one reads the rewards and the model. It is read also when the rewards
 * cannot be, so that both are named at once. @throws Failure.
 */
async function readInputs(
  options: Arguments,
  progress: RunProgress,
  times: StageTimes,
  signal: AbortSignal,
): Promise<Inputs> {
  const readPos = (read: typeof readBook, beside?: Book) =>
    read(options.pos, 'pos', signal, (share) => progress.reading('POS', share), beside).catch(failureOf);
  const readingPos = isThreadWorthIt(options) ? readPos(readBookInThread) : undefined;
  // Whoever waits for it is told; until then nobody is.
  readingPos?.catch(() => undefined);
  const rewards = await times.time('read rewards', () =>
    readBook(options.rewards, 'reward', signal, (share) => progress.reading('rewards', share)).catch(
      failureOf,
    ),
  );
  const scorer = await times.time('load model', () => loadScorer({ directory: MODEL_DIRECTORY }));
  const pos = await times.time(
    'read POS',
    () => readingPos ?? readPos(readBook, rewards instanceof Failure ? undefined : rewards),
  );
  const failures = [rewards, pos].filter((read) => read instanceof Failure);
  if (rewards instanceof Failure || pos instanceof Failure) {
    const message = failures.map((failure) => failure.message).join('\n');
    throw new Failure(EXIT.unreadableInput, message, failures[0]);
  }
  const paths = { reward: options.rewards, pos: options.pos };
  const books = await agreeOnDates({ rewards, pos }, (side, beside, order) =>
    times.time('read again', () => readBook(paths[side], side, signal, () => undefined, beside, order)),
  );
  return { ...books, scorer };
}

function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error;
  throw error;
}

/** Bytes of a file from which a thread gains more than starting it costs. */
const LARGE_FILE = 4_194_304;

const isThreadWorthIt = ({ rewards, pos, workers }: Arguments): boolean =>
  workers === undefined ? isLarge(rewards) && isLarge(pos) : workers > 1;

const isLarge = (path: string): boolean =>
  (statSync(path, { throwIfNoEntry: false })?.size ?? 0) >= LARGE_FILE;

async function writeResults(
  options: Arguments,
  results: Iterable<MatchResult>,
  rewards: Book,
  pos: Book,
  progress: RunProgress,
  signal: AbortSignal,
): Promise<void> {
  // The header of an explained file names what stands in any of its rows.
  const explained = options.explain ? [...results] : undefined;
  const comparisons = explained && comparisonsOf(explained);
  const rows = matchesRows(explained ?? results, rewards, pos, signal, progress.writing);
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
function comparisonsOf(results: readonly MatchResult[]): string[] {
  const names = new Set<string>();
  for (const { explanation } of results) {
    for (const { comparison } of explanation?.contributions ?? []) names.add(comparison);
  }
  return [...names];
}
