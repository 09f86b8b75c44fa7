// Voids and refunds of a portal may come in a later file than what they take back. They are told by the engine's own rule, as if
// both files were one; from then on the redemption is nobody's, in whichever run.
import { takenBack } from '@medspasync/matching';
import { Refusal } from '../../platform/errors/index.ts';
import type { Books } from '../uploads/index.ts';
import type { ClaimsRepository } from './claims.repository.ts';
import type { ClosedMonths } from './closed-months.ts';
import type { GivenBack } from './given-back.ts';
import type { ReleasedSales } from './released-sales.ts';
import type { ReversalCandidate, ReversalRow, ReversalsRepository } from './reversals.repository.ts';

export interface ReversalsNeeds {
  reversals: ReversalsRepository;
  claims: Pick<ClaimsRepository, 'hold'>;
  books: Pick<Books, 'findAll'>;
  months: Pick<ClosedMonths, 'refusalsOfTransactions'>;
  givenBack: Pick<GivenBack, 'reopenTaken'>;
  releasedSales: Pick<ReleasedSales, 'follow'>;
}

type Link = ReversalCandidate & Pick<ReversalRow, 'row'>;

export class Reversals {
  constructor(private readonly needs: ReversalsNeeds) {}

  /**
   * Inside the transaction that has written the upload, with its months held; whoever decides waits from here on. Each reversal takes one redemption back, once,
   * however often it comes. @throws Refusal `period.closed` naming the month of a redemption, and the row.
   */
  async note(uploadId: string): Promise<void> {
    const { claims, givenBack, releasedSales, reversals } = this.needs;
    const found = await reversals.unlinked(uploadId);
    if (found.length === 0 && !(await reversals.areAny())) return;
    await claims.hold();
    const standing = await reversals.removeStale();
    const links = await this.#link(uploadId, found);
    await this.#refuseClosed(standing, links);
    await reversals.add(links);
    for (const { jobId, resultIds } of await reversals.resultsAbout(standing))
      await givenBack.reopenTaken(jobId, resultIds);
    const moved = [...standing, ...links.map(({ lineageId }) => lineageId)];
    for (const { jobId, resultIds } of await reversals.resultsAbout(moved))
      await releasedSales.follow(jobId, resultIds);
  }

  /** What stands in the same file comes first, as it does in a run over that file. */
  async #link(uploadId: string, found: readonly ReversalRow[]): Promise<Link[]> {
    const { books, reversals } = this.needs;
    const ids = found.map(({ id }) => id);
    const candidates = await reversals.candidates(uploadId, ids);
    const transactions = await books.findAll([...new Set([...ids, ...candidates.map(({ id }) => id)])]);
    const links: Link[] = [];
    for (const { id, row } of found) {
      const free = candidates.filter(
        ({ lineageId, reversalId }) =>
          reversalId === id && !links.some((link) => link.lineageId === lineageId),
      );
      const pick = (among: readonly ReversalCandidate[]): ReversalCandidate | undefined => {
        const rows = [...among.map((one) => one.id), id].map((one) => transactions.get(one)!.transaction);
        return among[takenBack(rows).indexOf(true)];
      };
      const redemption = pick(free.filter(({ isBeside }) => isBeside)) ?? pick(free);
      if (redemption) links.push({ ...redemption, row });
    }
    return links;
  }

  async #refuseClosed(standing: readonly string[], links: readonly Link[]): Promise<void> {
    const closed = await this.needs.months.refusalsOfTransactions([
      ...standing,
      ...links.map(({ id }) => id),
    ]);
    const [refusal] = closed.values();
    if (!refusal) return;
    const rows = links.filter(({ id }) => closed.has(id)).map(({ row }) => row);
    throw new Refusal('period.closed', {
      detail: refusal.detail,
      errors: rows.map((row, index) => ({
        field: row === null ? `row ${index + 1}` : `row ${row}`,
        message: 'takes back a redemption of a closed month',
      })),
    });
  }
}
