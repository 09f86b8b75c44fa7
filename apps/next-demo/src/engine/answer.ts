// A finished reconciliation, kept in the worker and shown piece by piece.
import { type Books, type MatchResult, type ReconciliationReport, runWords } from '@medspasync/matching';
import { formatCents } from '@medspasync/schemas';
import { detailOf } from './detail.ts';
import { matchesFileOf } from './matches-file.ts';
import {
  type Money,
  PAGE_SIZE,
  type RowDetail,
  type RowPage,
  type RunSummary,
  VIEW_NAMES,
  type ViewName,
} from './messages.ts';
import { shownRow, stateOf } from './shown-row.ts';
import { countWords } from './words.ts';

export class Answer {
  readonly #books: Books;
  readonly #report: ReconciliationReport;
  /** Places of the results of each view, in the order of the files. */
  readonly #places: Readonly<Record<ViewName, readonly number[]>>;

  constructor(books: Books, report: ReconciliationReport) {
    this.#books = books;
    this.#report = report;
    this.#places = placesByView(report.results);
  }

  summary(elapsedMs: number): RunSummary {
    const { summary, metrics } = this.#report;
    const counts = VIEW_NAMES.map((view) => [view, this.#places[view].length]);
    return {
      redeemed: money(summary.rewardAmountCents),
      matched: money(summary.matchedAmountCents),
      inReview: money(summary.reviewAmountCents),
      unmatched: money(summary.unmatchedAmountCents),
      counts: Object.fromEntries(counts) as Record<ViewName, number>,
      seconds: (elapsedMs / 1000).toFixed(1),
      comparedPairs: countWords(metrics.comparedPairs),
      warnings: runWords(metrics),
    };
  }

  /** @param page from 1. */
  page(view: ViewName, page: number): RowPage {
    const places = this.#places[view];
    const shown = places.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
    return { rows: shown.map((index) => this.#row(index)), total: places.length };
  }

  detail(index: number): RowDetail {
    return { row: this.#row(index), ...detailOf(this.#report.results[index]!, this.#books) };
  }

  matchesFile(): Blob {
    return matchesFileOf(this.#report.results, this.#books);
  }

  #row(index: number) {
    return shownRow(index, this.#report.results[index]!, this.#books);
  }
}

const money = (cents: number): Money => ({ cents, words: formatCents(cents) });

function placesByView(results: readonly MatchResult[]): Record<ViewName, number[]> {
  const places: Record<ViewName, number[]> = { review: [], matched: [], missing: [], unclaimed: [], all: [] };
  for (const [index, result] of results.entries()) {
    places[stateOf(result)].push(index);
    places.all.push(index);
  }
  return places;
}
