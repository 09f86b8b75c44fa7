// Webhooks tell of what has opened, not of what is open: which rewards, sales and payments were told of is kept, in whichever run
// or version they come again, until they are closed.
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bindToOrganization } from './tenant-table.ts';

export class ExceptionsAreAnnouncedOnce implements MigrationInterface {
  readonly name = 'ExceptionsAreAnnouncedOnce1797601000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE announced_exceptions (
        organization_id uuid NOT NULL REFERENCES organizations ON DELETE CASCADE,
        -- Of a transaction, the same in all its versions.
        lineage_id uuid NOT NULL,
        announced_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, lineage_id)
      );
      ${bindToOrganization('announced_exceptions')}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE announced_exceptions');
  }
}
