// Seals with the newest key what was sealed with an older one, or with none. Every batch is a transaction of its own, so
// a run that was killed has lost nothing and the next one goes on where rows are left.
import { z } from 'zod';
import type { WithinOrganization } from '../../platform/database/index.ts';
import type { JobContext, JobDefinition, JobHandler } from '../../platform/queue/index.ts';
import { type AuditTrail, SYSTEM } from '../audit/index.ts';
import { SEALED_COLUMNS, type SealedColumn } from './sealed-columns.ts';
import type { SealedRowsRepository } from './sealed-rows.repository.ts';

type Nothing = Record<string, never>;

export const RESEAL_JOB: JobDefinition<Nothing> = {
  name: 'reseal',
  data: z.strictObject({}),
  attempts: 5,
};

/** Sealed rows of no organization, which only the owner of the database may read. */
export interface RowsOfNobody {
  /** That are not sealed with the newest key. */
  countPending(): Promise<number>;
  /** Seals the next of them with it. @returns how many; 0 at the end. */
  resealBatch(): Promise<number>;
}

export interface ResealJobNeeds {
  rows: SealedRowsRepository;
  rowsOfNobody: RowsOfNobody;
  audit: AuditTrail;
  withinOrganization: WithinOrganization;
  listOrganizations(): Promise<string[]>;
}

export class ResealJobHandler implements JobHandler<Nothing> {
  readonly definition = RESEAL_JOB;

  constructor(private readonly needs: ResealJobNeeds) {}

  async run(_data: Nothing, context: JobContext): Promise<void> {
    for (const organizationId of await this.needs.listOrganizations()) {
      let rows = 0;
      for (const column of SEALED_COLUMNS) rows += await this.#reseal(organizationId, column, context);
      if (rows === 0) continue;
      await this.#recordRotation(organizationId, rows);
      context.logger.info({ organizationId, rows }, 'sealed with the newest key');
    }
    await this.#resealRowsOfNobody(context);
  }

  /** What is left stays readable with its older key, and the next start or hour tries again. */
  async giveUp(_data: Nothing, { logger }: JobContext): Promise<void> {
    logger.error('not everything could be sealed with the newest key');
  }

  async #reseal(organizationId: string, column: SealedColumn, { signal }: JobContext): Promise<number> {
    const { rows, withinOrganization } = this.needs;
    let [total, lastId]: [number, string | null] = [0, null];
    do {
      signal.throwIfAborted();
      const batch = await withinOrganization(organizationId, () => rows.resealBatch(column, lastId));
      total += batch.rows;
      lastId = batch.lastId;
    } while (lastId !== null);
    return total;
  }

  async #resealRowsOfNobody({ logger, signal }: JobContext): Promise<void> {
    let [rows, batch] = [0, 0];
    do {
      signal.throwIfAborted();
      batch = await this.needs.rowsOfNobody.resealBatch();
      rows += batch;
    } while (batch > 0);
    if (rows > 0) logger.info({ rows }, 'messages of visitors sealed with the newest key');
  }

  #recordRotation(organizationId: string, rows: number): Promise<void> {
    return this.needs.withinOrganization(organizationId, async () =>
      this.needs.audit.record(SYSTEM, { action: 'encryption.rotated', detail: { rows } }),
    );
  }
}
