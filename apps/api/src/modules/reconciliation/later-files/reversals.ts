// Voids and refunds of a portal may come in another file than what they take back, before it or after. They are told by the
// engine's own rule, as if all files were one; from then on the redemption is nobody's, in whichever run, until a file
// corrects the reversal or a person says that the redemption stands.
import { Refusal } from '../../../platform/errors/index.ts';
import type { Books } from '../../uploads/index.ts';
import type { Announcements } from '../announcements/announcements.ts';
import type { ClosedMonths } from '../jobs/closed-months.ts';
import type { ClaimsRepository } from '../sales/claims.repository.ts';
import type { ReleasedSales } from '../sales/released-sales.ts';
import type { GivenBack } from './given-back.ts';
import { type FoundLink, linkReversals } from './link-reversals.ts';
import type { ClosedBy, MovedRows } from './moved-rows.ts';
import type { ReversalRow, ReversalsRepository, StaleLink } from './reversals.repository.ts';

export interface ReversalsNeeds {
  reversals: ReversalsRepository;
  claims: Pick<ClaimsRepository, 'hold'>;
  books: Pick<Books, 'findAll'>;
  months: Pick<ClosedMonths, 'refusalsOfTransactions'>;
  movedRows: Pick<MovedRows, 'closedAbout' | 'closedAsked'>;
  givenBack: Pick<GivenBack, 'reopenTaken'>;
  releasedSales: Pick<ReleasedSales, 'follow'>;
  announcements: Pick<Announcements, 'opened'>;
}

/** Lines named in one refusal. */
const MAX_LINES = 50;

export class Reversals {
  constructor(private readonly needs: ReversalsNeeds) {}

  /**
   * Inside the transaction that has written the upload, with its months held; whoever decides waits from here on. Each reversal takes one redemption back, once,
   * however often it comes. @throws Refusal `period.closed` naming the month of a redemption or of a sale that it has, and the rows.
   */
  async note(uploadId: string): Promise<void> {
    const { claims, reversals } = this.needs;
    if (!(await reversals.areAny())) return;
    await claims.hold();
    const stale = (await reversals.removeStale(uploadId)).filter(
      ({ tookBack, wasAsked }) => tookBack || wasAsked,
    );
    const found = await reversals.unlinkedIn(uploadId);
    const links = await this.#link(uploadId, found);
    await this.#refuseClosed(stale, links, found);
    await reversals.add(links);
    await this.follow({
      standing: stale.filter(({ tookBack }) => tookBack).map(({ lineageId }) => lineageId),
      takenBack: links.filter(({ isCertain }) => isCertain).map(({ lineageId }) => lineageId),
    });
  }

  /** With the claims held: what becomes of sales, in every run, where redemptions stand again or are taken back. */
  async follow(moved: { standing: readonly string[]; takenBack: readonly string[] }): Promise<void> {
    const { announcements, givenBack, releasedSales, reversals } = this.needs;
    await reversals.askForSales(moved.standing);
    for (const { jobId, resultIds } of await reversals.resultsAbout(moved.standing))
      await givenBack.reopenTaken(jobId, resultIds);
    const all = [...moved.standing, ...moved.takenBack];
    for (const { jobId, resultIds } of await reversals.resultsAbout(all)) {
      await releasedSales.follow(jobId, resultIds);
      await announcements.opened(jobId, resultIds);
    }
  }

  async #link(uploadId: string, found: readonly ReversalRow[]): Promise<FoundLink[]> {
    const { books, reversals } = this.needs;
    const waiting = new Set(await reversals.waitingFor(uploadId));
    const reversalIds = [...waiting, ...found.map(({ id }) => id)];
    const candidates = await reversals.candidates(uploadId, reversalIds);
    const ids = new Set([...reversalIds, ...candidates.map(({ id }) => id)]);
    const transactions = await books.findAll([...ids]);
    return linkReversals({ reversalIds, waiting, candidates, transactions });
  }

  async #refuseClosed(
    stale: readonly StaleLink[],
    links: readonly FoundLink[],
    found: readonly ReversalRow[],
  ): Promise<void> {
    const closed = new Map([
      ...(await this.needs.movedRows.closedAsked(
        [...stale.filter(({ wasAsked }) => wasAsked), ...links.filter(({ isCertain }) => !isCertain)].map(
          ({ lineageId }) => lineageId,
        ),
      )),
      ...(await this.#closed([
        ...stale.filter(({ tookBack }) => tookBack),
        ...links.filter(({ isCertain }) => isCertain),
      ])),
    ]);
    const [first] = closed.values();
    if (!first) return;
    const rowOf = new Map(found.map(({ id, row }) => [id, row]));
    const errors = [
      ...stale
        .filter(({ lineageId }) => closed.has(lineageId))
        .map((link) => wordsOfStale(link, closed.get(link.lineageId)!)),
      ...links
        .filter(({ lineageId }) => closed.has(lineageId))
        .map(({ isCertain, lineageId, reversalId }) => ({
          // One that waited is in no row of the upload.
          field: rowOf.has(reversalId) ? `row ${rowOf.get(reversalId)}` : 'file',
          message: `${isCertain ? 'takes' : 'may take'} back a redemption ${whoseMonth(closed.get(lineageId)!)}`,
        })),
    ];
    throw new Refusal('period.closed', { detail: first.refusal.detail, errors: errors.slice(0, MAX_LINES) });
  }

  /** By redemption, as first seen. One that no run has read yet lies in a month, too. */
  async #closed(
    links: readonly { lineageId: string; redemptionId: string }[],
  ): Promise<Map<string, ClosedBy>> {
    const { months, movedRows } = this.needs;
    const closed = await movedRows.closedAbout(links.map(({ lineageId }) => lineageId));
    const unread = await months.refusalsOfTransactions(links.map(({ redemptionId }) => redemptionId));
    for (const { lineageId, redemptionId } of links) {
      const refusal = unread.get(redemptionId);
      if (refusal) closed.set(lineageId, { refusal, has: 'reward' });
    }
    return closed;
  }
}

const whoseMonth = ({ has }: ClosedBy): string =>
  has === 'reward' ? 'of a closed month' : 'that has a sale of a closed month';

const wordsOfStale = (
  { code, row, tookBack }: StaleLink,
  closed: ClosedBy,
): { field: string; message: string } => {
  const redemption = `the redemption${code === null ? '' : ` ${code}`} ${whoseMonth(closed)}`;
  return row === null
    ? { field: 'file', message: `has no void of ${redemption} any more` }
    : { field: `row ${row}`, message: `${tookBack ? 'takes' : 'may take'} back ${redemption} no longer` };
};
