// Webhooks tell of what only the date opens, too: what was told of while it was within its days is told of again when they are
// over, and a redemption that is not paid back in time once. Which night was looked at is kept, since every API process looks.
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bindToOrganization } from './tenant-table.ts';

export class DatesOpenExceptions implements MigrationInterface {
  readonly name = 'DatesOpenExceptions1797604000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE announced_exceptions ADD COLUMN was_expected boolean NOT NULL DEFAULT false;
      CREATE TABLE announced_overdue (
        organization_id uuid NOT NULL REFERENCES organizations ON DELETE CASCADE,
        -- Of a redemption, the same in all its versions.
        lineage_id uuid NOT NULL,
        announced_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, lineage_id)
      );
      ${bindToOrganization('announced_overdue')}
      CREATE TABLE exception_nights (
        organization_id uuid PRIMARY KEY REFERENCES organizations ON DELETE CASCADE,
        looked_at timestamptz NOT NULL DEFAULT now()
      );
      ${bindToOrganization('exception_nights')}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE exception_nights;
      DROP TABLE announced_overdue;
      ALTER TABLE announced_exceptions DROP COLUMN was_expected;
    `);
  }
}
