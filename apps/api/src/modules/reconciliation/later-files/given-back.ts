// A redemption whose void was corrected stands again, and so does what was done with its sale meanwhile: where that sale cannot
// pay both, a person says which.
import { type AuditTrail, SYSTEM } from '../../audit/index.ts';
import type { Announcements } from '../announcements/announcements.ts';
import type { ReopenedRowsRepository, RowToReopen } from '../announcements/reopened-rows.repository.ts';
import type { ClaimsRepository } from '../sales/claims.repository.ts';
import { SalesLeft, whyTaken } from '../sales/sales-left.ts';
import type { GivenBackRepository } from './given-back.repository.ts';

export interface GivenBackNeeds {
  rows: GivenBackRepository;
  reopened: Pick<ReopenedRowsRepository, 'reopen'>;
  claims: Pick<ClaimsRepository, 'laterRuns' | 'wanted'>;
  announcements: Pick<Announcements, 'opened'>;
  audit: AuditTrail;
}

export class GivenBack {
  constructor(private readonly needs: GivenBackNeeds) {}

  /** Inside the open transaction, with the claims held. @param resultIds rows of the job whose redemptions stand again. */
  async reopenTaken(jobId: string, resultIds: readonly string[]): Promise<void> {
    const { announcements, audit, claims, reopened, rows } = this.needs;
    const later = await claims.laterRuns(resultIds);
    const held = (await rows.held(resultIds)).filter(({ resultId }) => !later.has(resultId));
    const left = new SalesLeft(await claims.wanted(jobId, held));
    const taken: RowToReopen[] = [];
    for (const { resultId, saleIds } of held) {
      const shortage = left.shortageOf(resultId, saleIds);
      if (!shortage) continue;
      left.move(resultId, saleIds, []);
      taken.push({ resultId, why: whyTaken(shortage), changedFields: [], code: 'DUPLICATE_REDEMPTION' });
    }
    if (taken.length === 0) return;
    const { decisions } = await reopened.reopen(jobId, taken);
    await announcements.opened(
      jobId,
      taken.map(({ resultId }) => resultId),
    );
    if (decisions === 0) return;
    const subject = { kind: 'job' as const, id: jobId };
    audit.record(SYSTEM, { action: 'decisions.reopened', subject, detail: { reopened: decisions } });
  }
}
