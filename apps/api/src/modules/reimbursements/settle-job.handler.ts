// Settles what is open: payments and unpaid redemptions out of the books, through the engine, shares and readings back in
// one transaction. Safe to run again at any moment; when a person settled something meanwhile, it begins anew.
import type { OpenQuestion, PaymentOutcome, Redemption, Settlement } from '@medspasync/matching';
import { dollarsOf, type Transaction } from '@medspasync/schemas';
import type { WithinOrganization } from '../../platform/database/index.ts';
import type { JobContext, JobHandler } from '../../platform/queue/index.ts';
import { type AuditTrail, SYSTEM } from '../audit/index.ts';
import type { Announcements, StateTerms } from '../reconciliation/index.ts';
import type { PaymentsRepository, StoredPayment } from './payments.repository.ts';
import type { PaidDay, RedemptionsRepository, UnpaidRedemption } from './redemptions.repository.ts';
import { SETTLE_JOB, type SettleJobData } from './settle-job.ts';
import type { SettledCounts, SettlementsRepository } from './settlements.repository.ts';
import type { SettlingTask } from './settling/messages.ts';
import { splitPayment } from './split-payment.ts';

export interface SettleJobNeeds {
  settlements: SettlementsRepository;
  payments: PaymentsRepository;
  redemptions: RedemptionsRepository;
  /** What states are told by, inside the open transaction. */
  terms(): Promise<StateTerms>;
  /** Those of `ids` whose own day lies in no closed month. */
  openAmong(ids: readonly string[]): Promise<Set<string>>;
  /** @throws Refusal `period.closed`. */
  holdOpenTransactions(ids: readonly string[]): Promise<void>;
  /** Ends with `signal`. */
  run(task: SettlingTask, signal: AbortSignal): Promise<Settlement>;
  announcements: Pick<Announcements, 'settled'>;
  audit: AuditTrail;
  withinOrganization: WithinOrganization;
}

/** Days after the usual ones in which a payment is still taken for one of them: a claim may wait for a month's end. */
const GRACE_DAYS = 15;

const GAVE_UP = 'Settling failed. Start it again; if it fails again, contact support with its id.';

interface Books {
  payments: StoredPayment[];
  /** Payments that stay as they are, or have no day: those after them wait for them. */
  questions: OpenQuestion[];
  redemptions: UnpaidRedemption[];
  paidDays: PaidDay[];
  terms: StateTerms;
}

export class SettleJobHandler implements JobHandler<SettleJobData> {
  readonly definition = SETTLE_JOB;

  constructor(private readonly needs: SettleJobNeeds) {}

  async run(data: SettleJobData, { signal }: JobContext): Promise<void> {
    const books = await this.#read(data);
    if (!books) return;
    const readable = books.payments.filter((payment) => unreadableBecause(payment) === null);
    const task: SettlingTask = {
      books: {
        payments: readable.map((payment) => paymentOf(payment, payment.paidOn!)),
        questions: books.questions,
        redemptions: books.redemptions.map(redemptionOf),
        paidBefore: books.paidDays.map(({ happenedOn, location, paidOn, program }) => ({
          date: happenedOn,
          paidOn,
          program,
          ...placeOf(location),
        })),
      },
      options: {
        asOf: books.terms.days.today,
        terms: windowsOf(books.terms),
        files: readable.map(({ uploadId }) => uploadId),
      },
    };
    const settlement = await this.needs.run(task, signal);
    signal.throwIfAborted();
    await this.#write(data, books, readable, settlement);
  }

  async giveUp({ organizationId, settlementId }: SettleJobData): Promise<void> {
    await this.needs.withinOrganization(organizationId, () =>
      this.needs.settlements.fail(settlementId, GAVE_UP),
    );
  }

  async #read({ organizationId, settlementId }: SettleJobData): Promise<Books | null> {
    const { openAmong, payments, redemptions, settlements, terms, withinOrganization } = this.needs;
    return withinOrganization(organizationId, async () => {
      if (!(await settlements.begin(settlementId))) return null;
      const open = await payments.open();
      const inOpenMonths = await openAmong(open.map(({ id }) => id));
      const isOwn = ({ id, result }: StoredPayment) => result !== 'undone' && inOpenMonths.has(id);
      return {
        payments: open.filter(isOwn),
        questions: await this.#questionsAmong(
          open.filter((payment) => payment.paidOn === null || !isOwn(payment)),
        ),
        redemptions: await redemptions.unpaid(),
        paidDays: await redemptions.paidDays(),
        terms: await terms(),
      };
    });
  }

  /** One without a day may be of any day of its file. */
  async #questionsAmong(payments: readonly StoredPayment[]): Promise<OpenQuestion[]> {
    const asked = payments.filter((payment) => isMoney(payment) && payment.program !== null);
    const undated = asked.filter(({ paidOn }) => paidOn === null).map(({ uploadId }) => uploadId);
    const days = undated.length === 0 ? null : await this.needs.payments.daysOfUploads(undated);
    return asked.map((payment) => {
      if (payment.paidOn !== null) return paymentOf(payment, payment.paidOn);
      const { first, last } = days!.get(payment.uploadId)!;
      return { ...paymentOf(payment, first), lastDate: last };
    });
  }

  async #write(
    { organizationId, settlementId }: SettleJobData,
    books: Books,
    readable: readonly StoredPayment[],
    settlement: Settlement,
  ): Promise<void> {
    const { announcements, audit, holdOpenTransactions, payments, settlements, withinOrganization } =
      this.needs;
    await withinOrganization(organizationId, async () => {
      await holdOpenTransactions(books.payments.map(({ id }) => id));
      await payments.holdLedger();
      await this.#refuseStale(books, settlement);
      const counts: SettledCounts = {
        payments: books.payments.length,
        settled: 0,
        review: 0,
        unexplained: 0,
        settledCents: 0,
      };
      for (const payment of books.payments) {
        const detail = unreadableBecause(payment);
        if (detail === null) continue;
        counts.unexplained += 1;
        await this.#note(payment, { ...UNREADABLE, detail }, books);
      }
      for (const outcome of settlement.payments) {
        const payment = readable[outcome.row]!;
        counts[outcome.result] += 1;
        if (outcome.result === 'settled') counts.settledCents += payment.openCents;
        await this.#note(payment, outcome, books);
      }
      if (!(await settlements.complete(settlementId, counts)))
        throw new Error('the settlement was completed elsewhere');
      audit.record(SYSTEM, {
        action: 'settlement.completed',
        subject: { kind: 'settlement', id: settlementId },
        detail: detailOf(counts),
      });
      await announcements.settled(
        settlementId,
        settlement.payments.map(({ reasonCodes, row }) => ({ id: readable[row]!.id, reasonCodes })),
      );
    });
  }

  /**
   * Since the books were read, somebody may have settled a payment, paid or written off a redemption; files may have brought
   * later versions of either.
   * @throws where as much is not open any more: the run begins anew.
   */
  async #refuseStale(books: Books, settlement: Settlement): Promise<void> {
    const { payments, redemptions } = this.needs;
    const owed = new Map((await redemptions.unpaid()).map((one) => [one.id, one.openCents]));
    const open = new Map(
      (await payments.open())
        .filter(({ result }) => result !== 'undone')
        .map(({ id, openCents }) => [id, openCents]),
    );
    const paid = settlement.payments.flatMap(({ redemptionRows }) => redemptionRows);
    if (paid.some((row) => owed.get(books.redemptions[row]!.id) !== books.redemptions[row]!.openCents))
      throw new Error('a redemption was written off, paid or corrected in the meantime');
    if (books.payments.some(({ id, openCents }) => open.get(id) !== openCents))
      throw new Error('a payment was settled or corrected in the meantime');
  }

  async #note(
    payment: StoredPayment,
    outcome: Omit<PaymentOutcome, 'row' | 'otherPartRow'>,
    { redemptions }: Books,
  ): Promise<void> {
    const { payments } = this.needs;
    const idOf = (row: number): string => redemptions[row]!.id;
    const reading = {
      paymentId: payment.id,
      result: outcome.result,
      detail: outcome.detail,
      reasonCodes: outcome.reasonCodes,
      alternatives: outcome.alternatives.map((rows) => rows.map(idOf)),
      settledBy: null,
    };
    await payments.note(reading);
    const paid = outcome.redemptionRows.map((row) => redemptions[row]!);
    if (paid.length > 0) await payments.addShares(payment.id, splitPayment(payment.openCents, paid));
  }
}

const paymentOf = (
  { id, location, openCents, program, reference }: StoredPayment,
  date: string,
): Transaction => ({
  transactionId: id,
  amountCents: openCents,
  date,
  program: program!,
  ...(reference === null ? {} : { reference }),
  ...placeOf(location),
});

const redemptionOf = (redemption: UnpaidRedemption): Redemption => ({
  transactionId: redemption.id,
  amountCents: redemption.openCents,
  date: redemption.happenedOn!,
  program: redemption.program,
  ...(redemption.reference === null ? {} : { reference: redemption.reference }),
  ...(redemption.name === null ? {} : { name: redemption.name }),
  ...placeOf(redemption.location),
});

const placeOf = (location: string | null) => (location === null ? {} : { location });

const detailOf = ({ settledCents, ...counts }: SettledCounts) => ({
  ...counts,
  settled_amount: dollarsOf(settledCents),
});

const UNREADABLE: Omit<PaymentOutcome, 'row' | 'otherPartRow' | 'detail'> = {
  result: 'unexplained',
  redemptionRows: [],
  alternatives: [],
  shortCents: 0,
  reasonCodes: [],
};

/** Why no sum can explain it, or null. */
function unreadableBecause(payment: StoredPayment): string | null {
  const { openCents, paidOn, program } = payment;
  if (isTakenBack(payment)) return 'Money that was taken back, not paid';
  if (program === null) return 'It names no program';
  if (paidOn === null) return 'It has no date';
  return openCents === 0 ? 'It pays nothing' : null;
}

const isTakenBack = ({ type }: StoredPayment): boolean => type === 'refund' || type === 'void';

const isMoney = (payment: StoredPayment): boolean => !isTakenBack(payment) && payment.openCents > 0;

/** Terms change: the longest of a program's days, so that no payment of an older rule falls outside. */
const windowsOf = ({ rules }: StateTerms): NonNullable<SettlingTask['options']['terms']> => {
  const windowOf = (program: string) => {
    const days = rules.filter((rule) => rule.program === program).map((rule) => rule.reimbursement_days);
    return { fromDays: 0, toDays: Math.max(...days) + GRACE_DAYS };
  };
  return {
    alle: windowOf('alle'),
    aspire: windowOf('aspire'),
    evolus: windowOf('evolus'),
    xperience: windowOf('xperience'),
    other: windowOf('other'),
  };
};
