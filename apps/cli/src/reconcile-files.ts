// The main job as a sentence: read both books, reconcile them, write the matches, say what was found.
import { statSync } from 'node:fs';
import { type OpenReport, openReport, type Scorer } from '@medspasync/matching';
import { loadScorer, searchInThreads } from '@medspasync/matching/node';
import { agreeOnDates } from './agree-on-dates.ts';
import type { Arguments } from './arguments.ts';
import { MODEL_DIRECTORY } from './config.ts';
import { EXIT, Failure } from './failure.ts';
import { type ProgressBar, RunProgress } from './progress.ts';
import { type Book, readBook } from './read-book.ts';
import { readBookInThread } from './read-in-thread.ts';
import { ResultsFile } from './results-file.ts';
import { StageTimes } from './stage-times.ts';
import { summaryText } from './summary.ts';

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
  const inputs = await readInputs(options, progress, times, signal);
  const { rewards, pos } = inputs;
  const file = new ResultsFile(options, rewards, pos);
  try {
    const report = await reconciled(inputs, options, progress, signal, () => file.prepare());
    times.add(...report.metrics.stages);
    const tally = await times.time('write', () => file.write(report, progress.writing, signal));
    const seconds = (performance.now() - started) / 1000;
    const peakBytes = process.resourceUsage().maxRSS * 1024;
    const summary = summaryText(tally, report.metrics, rewards, pos, { seconds, peakBytes });
    return options.stages ? summary + times.line() : summary;
  } finally {
    await file.close();
  }
}

/** `onScoring`: the pairs are found, and the results not far. */
const reconciled = (
  { rewards, pos, scorer }: Inputs,
  options: Arguments,
  progress: RunProgress,
  signal: AbortSignal,
  onScoring: () => void,
): Promise<OpenReport> =>
  openReport(
    { rewards: rewards.columns, pos: pos.columns },
    {
      scorer,
      threshold: options.threshold,
      // The reason of a row needs no more.
      explanations: options.explain ? 'full' : 'summary',
      openSearch: searchInThreads({ workers: options.workers }),
      signal,
      now: () => performance.now(),
      onProgress: ({ stage, processed, total }) => {
        if (stage === 'score') onScoring();
        progress.matching(stage, total === 0 ? 1 : processed / total);
      },
    },
  );

interface Inputs {
  rewards: Book;
  pos: Book;
  scorer: Scorer;
}

/**
 * Of two large files the smaller one is read in a thread, which must first be started, while this one reads the other and the model.
 * Each is read also when the other cannot be, so that both are named at once. @throws Failure.
 */
async function readInputs(
  options: Arguments,
  progress: RunProgress,
  times: StageTimes,
  signal: AbortSignal,
): Promise<Inputs> {
  const readAs = (file: InputFile, read: typeof readBook, beside?: Book | Failure) =>
    read(
      options[file],
      SIDES[file],
      signal,
      (share) => progress.reading(NAMES[file], share),
      beside instanceof Failure ? undefined : beside,
    ).catch(failureOf);
  const apart = fileReadApart(options);
  const readingApart = apart && readAs(apart, readBookInThread);
  // Whoever waits for it is told; until then nobody is.
  readingApart?.catch(() => undefined);
  const [first, second] = inOrder(apart);
  const here = await times.time(`read ${NAMES[first]}`, () => readAs(first, readBook));
  const scorer = await times.time('load model', () => loadScorer({ directory: MODEL_DIRECTORY }));
  const other = await times.time(
    `read ${NAMES[second]}`,
    () => readingApart ?? readAs(second, readBook, here),
  );
  const [rewards, pos] = first === 'rewards' ? [here, other] : [other, here];
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

type InputFile = 'rewards' | 'pos';

const SIDES = { rewards: 'reward', pos: 'pos' } as const;
const NAMES = { rewards: 'rewards', pos: 'POS' } as const;

/** The file that a thread reads comes last. */
const inOrder = (apart: InputFile | undefined): [first: InputFile, second: InputFile] =>
  apart === 'rewards' ? ['pos', 'rewards'] : ['rewards', 'pos'];

function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error;
  throw error;
}

/** Bytes of a file from which a thread gains more than starting it costs. */
const LARGE_FILE = 4_194_304;

/** The smaller file, where reading it in a thread is worth it. */
function fileReadApart({ rewards, pos, workers }: Arguments): InputFile | undefined {
  const [rewardsBytes, posBytes] = [bytesOf(rewards), bytesOf(pos)];
  const isWorthIt = workers === undefined ? Math.min(rewardsBytes, posBytes) >= LARGE_FILE : workers > 1;
  if (!isWorthIt) return undefined;
  return rewardsBytes < posBytes ? 'rewards' : 'pos';
}

const bytesOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
