// A CSV matches file in blocks: some rewards each, then some POS rows each. Whichever thread makes a block, its bytes are the same.
import { csvRecord, matchesCells } from '@medspasync/exporting/records';
import type { MatchResult, ResultMaker } from '@medspasync/matching';
import { resultMakerOf, type SharedBasis } from '@medspasync/matching/node';
import type { UploadSide } from '@medspasync/schemas';
import { matchesRows, type RowsOfBook } from './matches-rows.ts';
import { type Counted, Tally } from './tally.ts';

/** Few enough that two threads end together, and enough that handing one over is no work beside making it. */
const ROWS_PER_BLOCK = 512;

/** What a file is made of, as plain data that threads can share. */
export interface CsvBasis {
  basis: SharedBasis;
  rewards: RowsOfBook;
  pos: RowsOfBook;
}

export interface CsvBlock {
  /** Lines of the file, UTF-8. */
  text: Uint8Array;
  tally: Counted;
}

export class CsvBlocks {
  readonly #maker: ResultMaker;
  readonly #rewards: RowsOfBook;
  readonly #pos: RowsOfBook;

  constructor({ basis, rewards, pos }: CsvBasis) {
    this.#maker = resultMakerOf(basis);
    this.#rewards = rewards;
    this.#pos = pos;
  }

  /** How many there are: at least one, which has the rows that could not be read. */
  countOf(side: UploadSide): number {
    return Math.max(1, Math.ceil(this.#book(side).rows.count / ROWS_PER_BLOCK));
  }

  /** Those of the POS can be made once all of the rewards are. */
  make(side: UploadSide, block: number): CsvBlock {
    const from = block * ROWS_PER_BLOCK;
    const isLast = block + 1 === this.countOf(side);
    const { rows, unreadable } = this.#book(side);
    const to = isLast ? rows.count : from + ROWS_PER_BLOCK;
    const own = unreadable.filter(({ before }) => before >= from && (isLast || before < to));
    return side === 'reward'
      ? this.#block(this.#maker.ofRewards({ from, to }), own, [])
      : this.#block(this.#maker.ofUnclaimed({ from, to }), [], own);
  }

  #book(side: UploadSide): RowsOfBook {
    return side === 'reward' ? this.#rewards : this.#pos;
  }

  #block(
    results: Iterable<MatchResult>,
    unreadableRewards: RowsOfBook['unreadable'],
    unreadablePos: RowsOfBook['unreadable'],
  ): CsvBlock {
    const rewards = { rows: this.#rewards.rows, unreadable: unreadableRewards };
    const pos = { rows: this.#pos.rows, unreadable: unreadablePos };
    const tally = new Tally(rewards, pos);
    let text = '';
    for (const row of matchesRows(tally.counting(results), rewards, pos)) {
      text += csvRecord(matchesCells(row, undefined));
    }
    return { text: encoder.encode(text), tally };
  }
}

const encoder = new TextEncoder();
