// Closing a month and opening it again. What is open in it is listed first, and has to be acknowledged as it stands.
import {
  type ClosePeriodRequestWire,
  dollarsOf,
  MAX_OPEN_ITEMS,
  type OpenItemWire,
  type PeriodFiguresWire,
  type PeriodPreviewWire,
  type PeriodsWire,
  type PeriodWire,
  type Program,
} from '@medspasync/schemas';
import type { WithinOrganization } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/errors/index.ts';
import type { Caller } from '../../platform/identity/index.ts';
import type { AuditTrail } from '../audit/index.ts';
import type { LocationsRepository } from '../organizations/index.ts';
import type { StateTerms } from '../reconciliation/index.ts';
import { isOver, nameOf, type PeriodScope, periodToWire, type StoredPeriod } from './period.ts';
import type { OpenItem, PeriodBooksRepository, PeriodTotals } from './period-books.repository.ts';
import type { PeriodsRepository } from './periods.repository.ts';

export interface PeriodsServiceNeeds {
  periods: PeriodsRepository;
  books: PeriodBooksRepository;
  locations: LocationsRepository;
  /** What states are told by, inside the open transaction. */
  terms(): Promise<StateTerms>;
  audit: AuditTrail;
  withinOrganization: WithinOrganization;
}

export interface AskedScope {
  month: string;
  locationId: string | null;
  program: Program | null;
}

export class PeriodsService {
  constructor(private readonly needs: PeriodsServiceNeeds) {}

  async list(caller: Caller, month: string | null): Promise<PeriodsWire> {
    const { periods, withinOrganization } = this.needs;
    return withinOrganization(caller.organizationId, async () => ({
      periods: this.#shown(caller, await periods.list(month)),
    }));
  }

  /** @throws Refusal `resource.not-found`. */
  async get(caller: Caller, id: string): Promise<PeriodWire> {
    const { periods, withinOrganization } = this.needs;
    return withinOrganization(caller.organizationId, async () => {
      const [period] = this.#shown(caller, [found(await periods.find(id))]);
      return period!;
    });
  }

  /** What closing it would close. @throws Refusal `resource.not-found` for a location of nobody's here. */
  async preview(caller: Caller, asked: AskedScope): Promise<PeriodPreviewWire> {
    const { books, periods, terms, withinOrganization } = this.needs;
    return withinOrganization(caller.organizationId, async () => {
      const scope = await this.#scopeOf(asked);
      const told = await terms();
      const totals = await books.totals(scope, told);
      const items = await books.openItems(scope, told, MAX_OPEN_ITEMS);
      return {
        month: scope.month,
        location_id: scope.location?.id ?? null,
        program: scope.program,
        figures: figuresOf(totals),
        is_over: isOver(scope, told.days),
        closed: this.#shown(caller, await periods.closedWith(scope)),
        open_items: items.map((item) => itemToWire(item, caller)),
        open_items_digest: totals.openDigest,
      };
    });
  }

  /**
   * @throws Refusal `resource.not-found` for a location of nobody's here, `period.not_over`, `period.closed` when it is
   *   or lies in one that is, `period.open_items` unless exactly those are acknowledged.
   */
  async close(caller: Caller, request: ClosePeriodRequestWire): Promise<PeriodWire> {
    const { audit, books, periods, terms, withinOrganization } = this.needs;
    const { acknowledged_digest: acknowledged, location_id: locationId, month, program } = request;
    return withinOrganization(caller.organizationId, async () => {
      const scope = await this.#scopeOf({ month, locationId, program });
      await periods.hold('change');
      const told = await terms();
      if (!isOver(scope, told.days)) throw new Refusal('period.not_over');
      const around = (await periods.closedWith(scope)).find((period) => liesIn(scope, period));
      if (around) throw new Refusal('period.closed', { detail: `${nameOf(around)} is closed already.` });
      const totals = await books.totals(scope, told);
      if (totals.open > 0 && acknowledged !== totals.openDigest)
        throw new Refusal('period.open_items', { detail: wordsOf(totals, acknowledged !== undefined) });
      const figures = figuresOf(totals);
      const openIds = await books.openIds(scope, told);
      const id = await periods.add(scope, { figures, acknowledged: openIds, closedBy: caller.userId });
      audit.record(caller, {
        action: 'period.closed',
        subject: { kind: 'period', id },
        detail: { month, location_id: locationId, program, ...figures },
      });
      return periodToWire(found(await periods.find(id)), caller);
    });
  }

  /** It stays on record. @throws Refusal `resource.not-found`, or `period.not_closed` when it was reopened before. */
  async reopen(caller: Caller, id: string, reason: string): Promise<PeriodWire> {
    const { audit, periods, withinOrganization } = this.needs;
    return withinOrganization(caller.organizationId, async () => {
      const { location, month, program } = found(await periods.find(id));
      await periods.hold('change');
      if (!(await periods.reopen(id, caller.userId, reason))) throw new Refusal('period.not_closed');
      audit.record(caller, {
        action: 'period.reopened',
        subject: { kind: 'period', id },
        detail: { month, location_id: location?.id ?? null, program },
      });
      return periodToWire(found(await periods.find(id)), caller);
    });
  }

  /** On the wire, and in the audit log where a reason is read. */
  #shown(caller: Caller, stored: readonly StoredPeriod[]): PeriodWire[] {
    const shown = stored.map((period) => periodToWire(period, caller));
    const read = shown.filter(({ reopen_reason }) => reopen_reason !== null).length;
    if (read > 0) this.needs.audit.record(caller, { action: 'periods.read', detail: { reasons: read } });
    return shown;
  }

  async #scopeOf({ locationId, month, program }: AskedScope): Promise<PeriodScope> {
    if (locationId === null) return { month, location: null, program };
    const { id, name } = found(await this.needs.locations.find(locationId));
    return { month, location: { id, name }, program };
  }
}

const liesIn = (inner: PeriodScope, outer: PeriodScope): boolean =>
  (outer.location === null || outer.location.id === inner.location?.id) &&
  (outer.program === null || outer.program === inner.program);

function wordsOf({ open, openCents }: PeriodTotals, wasAcknowledged: boolean): string {
  const items = open === 1 ? 'One row is' : `${open} rows are`;
  const changed = wasAcknowledged ? ' They are not the ones that were acknowledged.' : '';
  return `${items} open, $${dollarsOf(openCents).toFixed(2)} in all.${changed} Decide about them, or acknowledge them.`;
}

const figuresOf = (totals: PeriodTotals): PeriodFiguresWire => ({
  rewards: totals.rewards,
  reward_amount: dollarsOf(totals.rewardCents),
  matched: totals.matched,
  matched_amount: dollarsOf(totals.matchedCents),
  written_off: totals.writtenOff,
  written_off_amount: dollarsOf(totals.writtenOffCents),
  awaiting_approval: totals.proposed,
  awaiting_approval_amount: dollarsOf(totals.proposedCents),
  open: totals.open,
  open_amount: dollarsOf(totals.openCents),
});

/** What a file says of its location is a cell: left out for who sees no patients. */
const itemToWire = ({ isProposed, stakeCents, ...item }: OpenItem, caller: Caller): OpenItemWire => ({
  job_id: item.jobId,
  result_id: item.resultId,
  side: item.side,
  program: item.program,
  location: caller.permissions.has('reconciliation:read') ? item.location : null,
  happened_on: item.happenedOn,
  state: item.state,
  dollars_at_stake: dollarsOf(stakeCents),
  deadline: item.deadline,
  reason_codes: item.reasonCodes,
  awaits_approval: isProposed,
});

function found<T>(row: T | null | undefined): T {
  if (!row) throw new Refusal('resource.not-found');
  return row;
}
