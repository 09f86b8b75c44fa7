// Refunds and voids of a till take sales back whichever file brought either, by the engine's own rule, as if all files were one:
// from the end of a run that has read both, a sale is worth what they leave of it. Sales of closed months stay as they were closed.
import { centsTakenBack } from '@medspasync/matching';
import type { Transaction } from '@medspasync/schemas';
import type { Books } from '../uploads/index.ts';
import type { ClosedMonths } from './closed-months.ts';
import { codesFirst } from './link-reversals.ts';
import type { ReversalCandidate } from './reversals.repository.ts';
import type { RefundAndSale, SaleRefund, SaleRefundsRepository } from './sale-refunds.repository.ts';

export interface SaleRefundsNeeds {
  refunds: SaleRefundsRepository;
  books: Pick<Books, 'findAll'>;
  months: Pick<ClosedMonths, 'refusalsOfTransactions'>;
}

export class SaleRefunds {
  constructor(private readonly needs: SaleRefundsNeeds) {}

  /** Inside the transaction that ends the run, with the claims held. */
  async follow(jobId: string): Promise<void> {
    const { books, refunds } = this.needs;
    await this.#remove(jobId);
    const candidates = await refunds.candidates(jobId);
    if (candidates.length === 0) return;
    const ids = new Set(candidates.flatMap(({ id, reversalId }) => [id, reversalId]));
    const transactions = await books.findAll([...ids]);
    const links = linkRefunds(candidates, (id) => transactions.get(id)!.transaction);
    await refunds.add(await this.#ofOpenMonths(links));
  }

  /** Inside the transaction that undoes a run: what no other has read takes nothing back any more. */
  async removeUnread(): Promise<void> {
    await this.#remove(null);
  }

  async #remove(endingJobId: string | null): Promise<void> {
    const stale = await this.#ofOpenMonths(await this.needs.refunds.stale(endingJobId));
    if (stale.length > 0) await this.needs.refunds.remove(stale);
  }

  async #ofOpenMonths<Link extends RefundAndSale>(links: readonly Link[]): Promise<Link[]> {
    if (links.length === 0) return [];
    const closed = await this.needs.months.refusalsOfTransactions(links.map(({ saleId }) => saleId));
    return links.filter(({ saleId }) => !closed.has(saleId));
  }
}

/** Of the same run first, as in a run over that file. */
function linkRefunds(
  candidates: readonly ReversalCandidate[],
  rowOf: (id: string) => Transaction,
): SaleRefund[] {
  const links: SaleRefund[] = [];
  const leftOf = new Map(candidates.map(({ id, lineageId }) => [lineageId, rowOf(id).amountCents]));
  const reversalIds = [...new Set(candidates.map(({ reversalId }) => reversalId))];
  for (const reversalId of codesFirst(reversalIds, rowOf)) {
    const free = candidates.filter((one) => one.reversalId === reversalId && leftOf.get(one.lineageId)! > 0);
    const takenOf = (among: readonly ReversalCandidate[]): SaleRefund[] =>
      centsTakenBack([...among.map(({ id }) => rowOf(id)), rowOf(reversalId)])
        .slice(0, -1)
        .map((cents, place) => ({ reversalId, saleId: among[place]!.lineageId, cents }))
        .filter(({ cents }) => cents > 0);
    const beside = takenOf(free.filter(({ isBeside }) => isBeside));
    const taken = beside.length > 0 ? beside : takenOf(free);
    for (const { cents, saleId } of taken) leftOf.set(saleId, leftOf.get(saleId)! - cents);
    links.push(...taken);
  }
  return links;
}
