// A CSV matches file that two threads make: this one and another take blocks in turn, and this one writes them in order.
import type { Worker } from 'node:worker_threads';
import { csvRecord, matchesHeader } from '@medspasync/exporting/records';
import type { ReportBasis } from '@medspasync/matching';
import { sharedBasis, startThread } from '@medspasync/matching/node';
import type { UploadSide } from '@medspasync/schemas';
import { CsvBlocks } from './csv-blocks.ts';
import type { RowsOfBook } from './matches-rows.ts';
import type { Tally } from './tally.ts';
import { Turns } from './turns.ts';
import type { FromWriter, ToWriter } from './write-messages.ts';

export class WriteThread {
  readonly #thread: Worker = startThread('write-thread', import.meta.url);
  readonly #made = new Map<number, FromWriter>();
  /** Told of the next block, or of the thread's end. */
  #heard: (() => void) | undefined;
  #ended: Error | undefined;

  /** Starts it: it loads its code while its owner still works. */
  constructor() {
    this.#thread.on('message', (made: FromWriter) => {
      this.#made.set(made.block, made);
      this.#heard?.();
    });
    const end = (reason: Error) => {
      this.#ended ??= reason;
      this.#heard?.();
    };
    this.#thread.on('error', end);
    this.#thread.on('exit', () => end(new Error('a thread that wrote results ended early')));
  }

  /** The file's text, counted into `tally`. `basis` is handed over; the rows of the books lie in memory that threads share. `onProgress` is told the share of blocks, and may throw to stop. */
  async *text(
    basis: ReportBasis,
    rewards: RowsOfBook,
    pos: RowsOfBook,
    tally: Tally,
    onProgress: (share: number) => void,
  ): AsyncGenerator<string | Uint8Array> {
    const shared = { basis: sharedBasis(basis), rewards: plain(rewards), pos: plain(pos) };
    this.#tell({ kind: 'basis', basis: shared });
    const own = new CsvBlocks(shared);
    const all = own.countOf('reward') + own.countOf('pos');
    let written = 0;
    yield csvRecord(matchesHeader(undefined));
    // What no reward claims is known when all rewards are told.
    for (const side of ['reward', 'pos'] as const) {
      for await (const { text, tally: counted } of this.#blocks(own, side)) {
        onProgress(written++ / all);
        tally.add(counted);
        yield text;
      }
    }
    onProgress(1);
  }

  async close(): Promise<void> {
    await this.#thread.terminate();
  }

  /** In order: those it makes itself, and those the thread has made. */
  async *#blocks(own: CsvBlocks, side: UploadSide): AsyncGenerator<FromWriter> {
    const made = this.#made;
    const turns = new Turns(own.countOf(side));
    this.#tell({ kind: 'make', side, count: turns.count, turns: turns.state });
    for (let next = 0; next < turns.count; next++) {
      while (!made.has(next)) {
        const block = turns.take();
        if (block === undefined) await this.#hear();
        else made.set(block, { block, ...own.make(side, block) });
      }
      yield made.get(next)!;
      made.delete(next);
      turns.wrote();
    }
  }

  async #hear(): Promise<void> {
    if (this.#ended) throw this.#ended;
    await new Promise<void>((resolve) => {
      this.#heard = resolve;
    });
    if (this.#ended) throw this.#ended;
  }

  #tell(message: ToWriter): void {
    this.#thread.postMessage(message);
  }
}

/** Without what cannot be posted. */
const plain = ({ rows, unreadable }: RowsOfBook): RowsOfBook => ({ rows, unreadable });
