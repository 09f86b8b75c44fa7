// What a person says of a void: that the redemption stands all the same, or, where several fit it, that this one is taken back.
// It holds over every run and every file that has the void again; nothing of it gives up money, so one person is enough.
import type { ResultRowWire, SayOfReversalRequestWire } from '@medspasync/schemas';
import type { WithinOrganization } from '../../../platform/database/index.ts';
import { Refusal } from '../../../platform/errors/index.ts';
import type { Caller } from '../../../platform/identity/index.ts';
import type { AuditTrail } from '../../audit/index.ts';
import type { ClosedMonths } from '../jobs/closed-months.ts';
import type { MovedRows } from '../later-files/moved-rows.ts';
import type { ReversalsRepository, Word } from '../later-files/reversals.repository.ts';
import type { Reversals } from '../later-files/reversals.ts';
import { FORMER_MEMBER, resultFor } from '../reading/result-wire.ts';
import type { ResultsService } from '../reading/results.service.ts';
import type { ResultInFull } from '../results/result-in-full.ts';
import type { RunsThatCount } from '../sales/runs-that-count.ts';
import type { DecisionsRepository } from './decisions.repository.ts';

export interface ReversalWordsNeeds {
  reversals: Pick<ReversalsRepository, 'note' | 'untoldBeside'>;
  voids: Pick<Reversals, 'follow'>;
  decisions: Pick<DecisionsRepository, 'holdJob'>;
  results: Pick<ResultsService, 'row'>;
  runs: Pick<RunsThatCount, 'refuseLater'>;
  months: Pick<ClosedMonths, 'holdOpen'>;
  movedRows: Pick<MovedRows, 'closedAbout' | 'closedAsked'>;
  audit: AuditTrail;
  withinOrganization: WithinOrganization;
}

type Reversal = NonNullable<ResultInFull['reversal']>;

export class ReversalWordsService {
  constructor(private readonly needs: ReversalWordsNeeds) {}

  /**
   * @throws Refusal `resource.not-found`, `decision.nothing_to_decide` for a row without a void, or one that is taken back anyhow,
   *   `decision.taken` when someone was first: the detail says who; `resource.conflict` when another void is meant by now,
   *   `decision.superseded` naming the later run that has the row; `period.closed` naming the month of the redemption, of a sale that it has, or
   *   of another that is asked about until one is taken back.
   */
  async say(
    caller: Caller,
    jobId: string,
    resultId: string,
    { reason, reversal_id: reversalId, stands }: SayOfReversalRequestWire,
  ): Promise<ResultRowWire> {
    return this.#change(caller, jobId, resultId, reversalId, (reversal) => {
      refuseTold(reversal);
      if (!stands && reversal.takesBack)
        throw new Refusal('decision.nothing_to_decide', { detail: 'The void takes it back already.' });
      return { stands, reason, saidBy: caller.userId };
    });
  }

  /**
   * What the rows say counts again, whoever had spoken.
   * @throws Refusal `resource.not-found`, `decision.none` when nobody has spoken, `resource.conflict`, `decision.superseded`, `period.closed`.
   */
  async undo(
    caller: Caller,
    jobId: string,
    resultId: string,
    reversalId: string | undefined,
  ): Promise<ResultRowWire> {
    return this.#change(caller, jobId, resultId, reversalId, ({ stands }) => {
      if (stands === null) throw new Refusal('decision.none');
      return null;
    });
  }

  async #change(
    caller: Caller,
    jobId: string,
    resultId: string,
    reversalId: string | undefined,
    wordOf: (reversal: Reversal) => Word | null,
  ): Promise<ResultRowWire> {
    const { audit, decisions, months, results, reversals, runs, voids, withinOrganization } = this.needs;
    const changed = await withinOrganization(caller.organizationId, async () => {
      await months.holdOpen([resultId]);
      await decisions.holdJob(jobId);
      await runs.refuseLater(resultId);
      const before = reversalOf(await results.row(jobId, resultId), reversalId);
      const word = wordOf(before);
      const takesBack = word ? !word.stands : before.isCertain;
      if (takesBack !== before.takesBack) await this.#refuseClosed(before);
      await reversals.note(before.id, word);
      if (takesBack !== before.takesBack)
        await voids.follow({
          standing: takesBack ? [] : [before.lineageId],
          takenBack: takesBack ? [before.lineageId] : [],
        });
      audit.record(caller, {
        action: word ? 'reversal.told' : 'reversal.undone',
        subject: { kind: 'result', id: resultId },
        detail: { job_id: jobId, reversal_id: before.reversalId, ...(word && { stands: word.stands }) },
      });
      return results.row(jobId, resultId);
    });
    return resultFor(caller, changed);
  }

  async #refuseClosed({ id, lineageId }: Reversal): Promise<void> {
    const { movedRows, reversals } = this.needs;
    const own = await movedRows.closedAbout([lineageId]);
    const others = await movedRows.closedAsked(await reversals.untoldBeside(id));
    const [closed] = [...own.values(), ...others.values()];
    if (closed) throw closed.refusal;
  }
}

function reversalOf({ reversal }: ResultInFull, reversalId: string | undefined): Reversal {
  if (!reversal)
    throw new Refusal('decision.nothing_to_decide', { detail: 'No void takes this redemption back.' });
  if (reversalId !== undefined && reversal.reversalId !== reversalId)
    throw new Refusal('resource.conflict', { detail: 'Another void is meant by now; look again.' });
  return reversal;
}

function refuseTold({ saidAt, saidBy, stands }: Reversal): void {
  if (stands === null || saidAt === null) return;
  const what = stands ? 'stands' : 'is taken back';
  const who = saidBy ?? FORMER_MEMBER;
  throw new Refusal('decision.taken', {
    detail: `That it ${what} was said by ${who} at ${new Date(saidAt).toISOString()}.`,
  });
}
