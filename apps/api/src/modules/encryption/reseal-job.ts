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

export interface ResealJobNeeds {
  rows: SealedRowsRepository;
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

  #recordRotation(organizationId: string, rows: number): Promise<void> {
    return this.needs.withinOrganization(organizationId, async () =>
      this.needs.audit.record(SYSTEM, { action: 'encryption.rotated', detail: { rows } }),
    );
  }
}
