// The matches file of a job: written by this thread alone, or with another that makes some of it.
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { writeMatches } from '@medspasync/exporting';
import type { MatchResult, OpenReport } from '@medspasync/matching';
import type { Arguments } from './arguments.ts';
import { EXIT, fileFailure } from './failure.ts';
import { matchesRows, type RowsOfBook } from './matches-rows.ts';
import { Tally } from './tally.ts';
import { writeWholeFile } from './whole-file.ts';
import { WriteThread } from './write-in-threads.ts';

/** Rows of both books from which a thread gains more than starting it costs. */
const FEWEST_ROWS = 50_000;

/** Results between two reports of progress. */
const REPORT_EVERY = 1_000;

export class ResultsFile {
  readonly #options: Arguments;
  readonly #rewards: RowsOfBook;
  readonly #pos: RowsOfBook;
  #thread: WriteThread | undefined;

  constructor(options: Arguments, rewards: RowsOfBook, pos: RowsOfBook) {
    this.#options = options;
    this.#rewards = rewards;
    this.#pos = pos;
  }

  /** The results are about to be known: time to start whoever helps to write them. */
  prepare(): void {
    if (this.#isForThreads()) this.#thread ??= new WriteThread();
  }

  /** Answers what was written, counted. @throws Failure; an abort of `signal` leaves no file behind. */
  async write(report: OpenReport, onProgress: (share: number) => void, signal: AbortSignal): Promise<Tally> {
    const tally = new Tally(this.#rewards, this.#pos);
    const advance = (share: number): void => {
      signal.throwIfAborted();
      onProgress(share);
    };
    try {
      await writeWholeFile(this.#options.out, (output) => this.#writeTo(output, report, tally, advance));
    } catch (error) {
      if (signal.aborted) throw error;
      throw fileFailure(EXIT.failed, this.#options.out, error);
    }
    return tally;
  }

  /** Ends what was started, whether anything was written or not. */
  async close(): Promise<void> {
    await this.#thread?.close();
  }

  async #writeTo(
    output: Writable,
    { basis, results }: OpenReport,
    tally: Tally,
    advance: (share: number) => void,
  ): Promise<void> {
    const { explain, format } = this.#options;
    if (this.#thread) {
      const text = this.#thread.text(basis, this.#rewards, this.#pos, tally, advance);
      await pipeline(Readable.from(text, { objectMode: false }), output);
      return;
    }
    const counted = tally.counting(this.#watched(results, advance));
    // The header of an explained file names what stands in any of its rows.
    const explained = explain ? [...counted] : undefined;
    const rows = matchesRows(explained ?? counted, this.#rewards, this.#pos);
    await writeMatches(rows, format, output, { comparisons: explained && comparisonsOf(explained) });
  }

  *#watched(results: Iterable<MatchResult>, advance: (share: number) => void): Generator<MatchResult> {
    let passed = 0;
    for (const result of results) {
      if (passed % REPORT_EVERY === 0) advance(passed / this.#rowCount);
      passed += 1;
      yield result;
    }
    advance(1);
  }

  #isForThreads(): boolean {
    const { explain, format, workers } = this.#options;
    return format === 'csv' && !explain && (workers ? workers > 1 : this.#rowCount >= FEWEST_ROWS);
  }

  get #rowCount(): number {
    return this.#rewards.rows.count + this.#pos.rows.count;
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
