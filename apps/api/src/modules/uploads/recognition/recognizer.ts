// Recognizes rows inside the open transaction: what they are called, which of them are held, what has changed of those.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Transaction, TransactionField, UploadKind } from '@medspasync/schemas';
import type { TransactionsRepository } from '../transactions.repository.ts';
import type { HeldRowsRepository } from './held-rows.repository.ts';
import { changedFields } from './normal-form.ts';
import { type HeldRow, type RecognizedRow, recognize } from './recognize.ts';
import { marksOf, type RowDigest, RowDigests } from './row-digests.ts';

/** Above it a file is recognized in shares of some hundred rows: other requests are answered in between. */
const UNDIVIDED_ROWS = 1000;

/** Rows that are divided at once: a millisecond. */
const DIVIDED_ROWS = 10_000;

/** A row of the file with what became of it. */
export interface KnownRow {
  transaction: Transaction;
  digest: RowDigest;
  recognized: RecognizedRow;
}

export class Recognizer {
  constructor(
    private readonly held: HeldRowsRepository,
    private readonly transactions: TransactionsRepository,
  ) {}

  /** What makes the digests of a side. */
  async digests(side: UploadKind): Promise<RowDigests> {
    return new RowDigests(await this.held.secret(), side);
  }

  /** Of all rows of a file at once: which of several equal ones a row is, only the whole file tells. */
  async recognize(side: UploadKind, rows: readonly RowDigest[]): Promise<RecognizedRow[]> {
    const holdsAny = await this.held.holdsAny(side);
    const recognized = new Array<RecognizedRow>(rows.length);
    for (const places of await shares(rows)) {
      const share = places.map((place) => rows[place]!);
      const identities = [...new Set(share.map(({ identity }) => identity))];
      const held = holdsAny ? await this.held.find(side, identities) : await nextTurn([]);
      const known = await this.#recognized(side, share, held);
      for (const [index, row] of known.entries()) recognized[places[index]!] = row;
    }
    return recognized;
  }

  /** Who a held row is about is sealed, so it is asked only of those that may have been corrected. */
  async #recognized(
    side: UploadKind,
    rows: readonly RowDigest[],
    held: readonly HeldRow[],
  ): Promise<RecognizedRow[]> {
    const known = recognize(rows, held);
    const doubtful = new Set(known.flatMap((row) => (row.is === 'changed' ? [row.held.identity] : [])));
    if (doubtful.size === 0) return known;
    const ids = held.flatMap(({ id, identity }) => (doubtful.has(identity) ? [id] : []));
    const older = await this.transactions.findAll(ids);
    return recognize(
      rows,
      held.map((row) => {
        const stored = older.get(row.id);
        return stored ? { ...row, marks: marksOf(stored.transaction, side) } : row;
      }),
    );
  }

  /** For each row of a batch, the fields in which it differs from its older version; none unless it has changed. */
  async changes(
    batch: readonly Pick<KnownRow, 'transaction' | 'recognized'>[],
  ): Promise<TransactionField[][]> {
    const ids = batch.flatMap(({ recognized }) => (recognized.is === 'changed' ? [recognized.held.id] : []));
    const older = ids.length === 0 ? undefined : await this.transactions.findAll(ids);
    return batch.map(({ recognized, transaction }) =>
      recognized.is === 'changed'
        ? changedFields(older!.get(recognized.held.id)!.transaction, transaction)
        : [],
    );
  }
}

/** Places of rows, those of one identity in one share: digests are spread evenly, so their first digits divide them. */
async function shares(rows: readonly RowDigest[]): Promise<number[][]> {
  if (rows.length <= UNDIVIDED_ROWS) return [[...rows.keys()]];
  const divided: number[][] = Array.from({ length: 256 }, () => []);
  for (const [place, { identity }] of rows.entries()) {
    if (place % DIVIDED_ROWS === 0) await nextTurn();
    divided[Number.parseInt(identity.slice(0, 2), 16)]!.push(place);
  }
  return divided;
}
