// What an organization has said about a feature itself. Without a row, the default of the release holds.
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bindToOrganization } from './tenant-table.ts';

export class FeatureOverrides implements MigrationInterface {
  readonly name = 'FeatureOverrides1795795260000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE feature_overrides (
        organization_id uuid NOT NULL REFERENCES organizations ON DELETE CASCADE,
        name text NOT NULL,
        is_on boolean NOT NULL,
        PRIMARY KEY (organization_id, name)
      );
      ${bindToOrganization('feature_overrides')}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE feature_overrides');
  }
}
