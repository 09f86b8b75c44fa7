// Payments as people see them, and what they decide where sums alone do not: which redemptions a payment pays.
import {
  dollarsOf,
  type PaymentResult,
  type PaymentsWire,
  type PaymentWire,
  type Program,
  type Transaction,
  transactionToWire,
} from '@medspasync/schemas';
import type { WithinOrganization } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/errors/index.ts';
import type { Caller } from '../../platform/identity/index.ts';
import type { AuditTrail } from '../audit/index.ts';
import { type Announcements, CATCH_UP_DAYS, transactionOutline } from '../reconciliation/index.ts';
import type { Books } from '../uploads/index.ts';
import type { OverdueRepository } from './overdue.repository.ts';
import type { PaymentsRepository, StoredPayment } from './payments.repository.ts';
import type { RedemptionsRepository, StoredRedemption } from './redemptions.repository.ts';
import { paidPartsToWire } from './redemptions.service.ts';
import { splitPayment } from './split-payment.ts';

export interface PaymentsServiceNeeds {
  payments: PaymentsRepository;
  redemptions: RedemptionsRepository;
  books: Books;
  /** @throws Refusal `period.closed` naming the month that the day of one of these transactions lies in. */
  holdOpenTransactions(ids: readonly string[]): Promise<void>;
  overdue: OverdueRepository;
  announcements: Pick<Announcements, 'overdue'>;
  audit: AuditTrail;
  withinOrganization: WithinOrganization;
}

export interface PaymentsPage {
  page: number;
  limit: number;
  result?: PaymentResult | undefined;
  program?: Program | undefined;
}

const FORMER_MEMBER = 'a former member';

export class PaymentsService {
  constructor(private readonly needs: PaymentsServiceNeeds) {}

  async page(caller: Caller, { limit, page, ...filter }: PaymentsPage): Promise<PaymentsWire> {
    const { audit, payments, withinOrganization } = this.needs;
    return withinOrganization(caller.organizationId, async () => {
      const rows = await payments.page(filter, limit, (page - 1) * limit);
      audit.record(caller, { action: 'reimbursements.read', detail: { page, payments: rows.length } });
      return { payments: await this.#toWire(caller, rows), total: await payments.count(filter), page, limit };
    });
  }

  /** @throws Refusal `resource.not-found`. */
  async get(caller: Caller, paymentId: string): Promise<PaymentWire> {
    const { audit, withinOrganization } = this.needs;
    return withinOrganization(caller.organizationId, async () => {
      const payment = await this.#found(paymentId);
      const subject = { kind: 'payment', id: paymentId };
      audit.record(caller, { action: 'reimbursements.read', subject, detail: { payments: 1 } });
      return (await this.#toWire(caller, [payment]))[0]!;
    });
  }

  /**
   * Says which redemptions a payment pays, the oldest first: what nothing is left for stays unpaid, and may be paid by another.
   * Of several at once, one is first.
   * @throws Refusal `resource.not-found`, also for a redemption of nobody's here; `payment.not_open`,
   *   `payment.does_not_add_up` saying why, `period.closed` naming the month of the payment.
   */
  async choose(caller: Caller, paymentId: string, redemptionIds: readonly string[]): Promise<PaymentWire> {
    const { audit, holdOpenTransactions, payments, withinOrganization } = this.needs;
    return withinOrganization(caller.organizationId, async () => {
      await holdOpenTransactions([paymentId]);
      await payments.holdLedger();
      const payment = await this.#found(paymentId);
      if (payment.result === 'settled') throw new Refusal('payment.not_open');
      const chosen = await this.#unpaid(payment, redemptionIds);
      const overCents = payment.openCents - sumOf(chosen);
      if (overCents > 0) refuse(`The payment is ${dollars(overCents)} more than these redemptions.`);
      const shares = splitPayment(payment.openCents, chosen);
      const shortCents = sumOf(chosen.slice(0, shares.length)) - payment.openCents;
      const reading = {
        paymentId,
        result: 'settled',
        detail: `Chosen by a person${wordsOf(shortCents, chosen.length - shares.length)}`,
        reasonCodes: [],
        alternatives: [],
        settledBy: caller.userId,
      } as const;
      await payments.note(reading);
      await payments.addShares(paymentId, shares);
      audit.record(caller, {
        action: 'payment.settled',
        subject: { kind: 'payment', id: paymentId },
        detail: { redemptions: shares.length, short_amount: dollarsOf(shortCents) },
      });
      return (await this.#toWire(caller, [await this.#found(paymentId)]))[0]!;
    });
  }

  /**
   * Takes a settlement back, whoever made it: its redemptions are unpaid again, which webhooks hear of those that are overdue, and
   * runs leave the payment to a person.
   * @throws Refusal `resource.not-found`, `payment.not_settled`, `period.closed` naming the month of the payment.
   */
  async undo(caller: Caller, paymentId: string): Promise<PaymentWire> {
    const { announcements, audit, holdOpenTransactions, overdue, payments, withinOrganization } = this.needs;
    return withinOrganization(caller.organizationId, async () => {
      await holdOpenTransactions([paymentId]);
      await payments.holdLedger();
      const shares = paidShares(await this.#found(paymentId));
      if (!(await payments.undo(paymentId, caller.userId))) throw new Refusal('payment.not_settled');
      audit.record(caller, {
        action: 'payment.undone',
        subject: { kind: 'payment', id: paymentId },
        detail: { redemptions: shares.length },
      });
      const unpaid = shares.map(({ redemptionId }) => redemptionId);
      await announcements.overdue((limit) => overdue.noteOpened(CATCH_UP_DAYS, limit, unpaid));
      return (await this.#toWire(caller, [await this.#found(paymentId)]))[0]!;
    });
  }

  async #found(paymentId: string): Promise<StoredPayment> {
    const payment = await this.needs.payments.find(paymentId);
    if (!payment) throw new Refusal('resource.not-found');
    return payment;
  }

  /** The oldest first. */
  async #unpaid(payment: StoredPayment, redemptionIds: readonly string[]): Promise<StoredRedemption[]> {
    if (payment.type === 'refund' || payment.type === 'void') refuse('It is money that was taken back.');
    const byId = await this.needs.redemptions.findAll(redemptionIds);
    const errorsOf = (message: string, isWrong: (redemption: StoredRedemption | undefined) => boolean) =>
      redemptionIds.flatMap((id, index) =>
        isWrong(byId.get(id)) ? [{ field: `redemption_ids[${index}]`, message }] : [],
      );
    const given = await this.needs.redemptions.givenUpAmong(redemptionIds);
    if (given.size > 0)
      throw new Refusal('payment.does_not_add_up', {
        errors: redemptionIds.flatMap((id, index) =>
          given.has(id) ? [{ field: `redemption_ids[${index}]`, message: GIVEN_UP }] : [],
        ),
      });
    const unknown = errorsOf('is no redemption', (redemption) => redemption === undefined);
    if (unknown.length > 0) throw new Refusal('resource.not-found', { errors: unknown });
    const isClosed = ({ openCents, restCents }: StoredRedemption, isRest: boolean): boolean =>
      openCents === 0 && restCents > 0 === isRest;
    const wrong = [
      ...errorsOf('is paid already', (redemption) => isClosed(redemption!, false)),
      ...errorsOf(REST_GIVEN_UP, (redemption) => isClosed(redemption!, true)),
      ...errorsOf(
        'is of another program',
        (redemption) => payment.program !== null && redemption!.program !== payment.program,
      ),
    ];
    if (wrong.length > 0) throw new Refusal('payment.does_not_add_up', { errors: wrong });
    return [...new Map([...byId.values()].map((redemption) => [redemption.id, redemption])).values()];
  }

  /** An API key may settle and not read: it is answered without names. */
  async #toWire({ permissions }: Caller, rows: readonly StoredPayment[]): Promise<PaymentWire[]> {
    const { books, redemptions } = this.needs;
    const open = await redemptions.findAll(
      rows.flatMap(({ alternatives, shares }) => [
        ...alternatives.flat(),
        ...shares.map(({ redemptionId }) => redemptionId),
      ]),
    );
    const ids = rows.flatMap(({ alternatives, id, shares }) => [
      id,
      ...alternatives.flat().map((one) => open.get(one)?.id ?? one),
      ...shares.map(({ redemptionId }) => redemptionId),
    ]);
    const transactions = await books.findAll([...new Set(ids)]);
    const isInFull = permissions.has('reimbursements:read');
    const read = (id: string): Transaction => {
      const { transaction } = transactions.get(id)!;
      return isInFull ? transaction : transactionOutline(transaction);
    };
    return rows.map((row) => paymentToWire(row, read, open));
  }
}

const GIVEN_UP = 'is written off: take the write-off back first';
const REST_GIVEN_UP = 'is paid in part, and the rest is written off: take that write-off back first';

const sumOf = (redemptions: readonly StoredRedemption[]): number =>
  redemptions.reduce((sum, redemption) => sum + redemption.openCents, 0);

function wordsOf(shortCents: number, unpaid: number): string {
  const short = shortCents === 0 ? '' : `, ${dollars(shortCents)} short then`;
  return unpaid === 0 ? short : `${short}; nothing was left for ${unpaid} of the chosen redemptions`;
}

const dollars = (cents: number): string => `$${dollarsOf(cents).toFixed(2)}`;

function refuse(detail: string): never {
  throw new Refusal('payment.does_not_add_up', { detail });
}

const paidShares = ({ shares }: StoredPayment): StoredPayment['shares'] =>
  shares.filter(({ amountCents }) => amountCents > 0);

/** What is not paid by now of what it was settled over, whoever else has paid of it; of the only way to choose, what it leaves out. */
function shortNow(
  { alternatives, openCents, result, shares }: StoredPayment,
  open: ReadonlyMap<string, StoredRedemption>,
): number {
  const openOf = (ids: readonly string[]): number => sumOf(ids.flatMap((id) => open.get(id) ?? []));
  if (result === 'settled') return openOf(shares.map(({ redemptionId }) => redemptionId));
  const [way, ...others] = alternatives;
  return way && others.length === 0 ? Math.max(0, openOf(way) - openCents) : 0;
}

/** @param open by the ids of what it pays and of alternatives, what they are by now. */
function paymentToWire(
  row: StoredPayment,
  read: (transactionId: string) => Transaction,
  open: ReadonlyMap<string, StoredRedemption>,
): PaymentWire {
  const wireOf = (id: string) => transactionToWire(read(id));
  const isSettled = row.result === 'settled';
  const isByPerson = isSettled && row.isByPerson;
  const shortCents = shortNow(row, open);
  return {
    payment_id: row.id,
    upload_id: row.uploadId,
    transaction: wireOf(row.id),
    result: row.result,
    detail: row.detail,
    reason_codes: [
      ...row.reasonCodes.filter((code) => code !== 'REIMBURSED_SHORT'),
      ...(shortCents > 0 ? (['REIMBURSED_SHORT'] as const) : []),
    ],
    short_amount: dollarsOf(shortCents),
    open_amount: dollarsOf(row.openCents),
    redemptions: paidShares(row).map(({ amountCents, redemptionId }) => {
      const redemption = open.get(redemptionId);
      return {
        redemption_id: redemptionId,
        amount: dollarsOf(amountCents),
        transaction: wireOf(redemptionId),
        open_amount: redemption ? dollarsOf(redemption.openCents) : 0,
        payments: redemption ? paidPartsToWire(redemption) : [],
      };
    }),
    alternatives: row.alternatives.map((ids) => {
      const cents = sumOf(ids.flatMap((id) => open.get(id) ?? []));
      return {
        redemptions: ids.map((id) => {
          const redemption = open.get(id);
          const redemptionId = redemption?.id ?? id;
          return {
            redemption_id: redemptionId,
            transaction: wireOf(redemptionId),
            open_amount: redemption ? dollarsOf(redemption.openCents) : 0,
          };
        }),
        amount: dollarsOf(cents),
        short_amount: dollarsOf(Math.max(0, cents - row.openCents)),
      };
    }),
    settled_by: isByPerson ? (row.settledBy ?? FORMER_MEMBER) : null,
    settled_at: isSettled ? (row.readAt?.toISOString() ?? null) : null,
  };
}
