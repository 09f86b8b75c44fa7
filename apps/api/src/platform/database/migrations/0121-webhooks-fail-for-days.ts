// Since when an endpoint has accepted nothing: an outage is told from an endpoint that is gone by its length, not by how
// many messages it met.
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rewriteRows } from './rewrite-rows.ts';

export class WebhooksFailForDays implements MigrationInterface {
  readonly name = 'WebhooksFailForDays1796510000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE webhook_endpoints ADD COLUMN failing_since timestamptz');
    const sinceNow = 'UPDATE webhook_endpoints SET failing_since = now() WHERE failures_in_a_row > 0';
    await rewriteRows(queryRunner, ['webhook_endpoints'], [sinceNow]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE webhook_endpoints DROP COLUMN failing_since');
  }
}
