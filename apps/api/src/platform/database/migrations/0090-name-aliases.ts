// The alias book: two names a person said belong together, sealed. Blind indexes of both full names, the lesser first, tell
// whether a pair is in it already, whichever way round.
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bindToOrganization } from './tenant-table.ts';

export class NameAliases implements MigrationInterface {
  readonly name = 'NameAliases1796126400000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE name_aliases (
        organization_id uuid NOT NULL REFERENCES organizations ON DELETE CASCADE,
        id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('alias', 'household')),
        names text NOT NULL,
        key_id text NOT NULL CHECK (key_id <> 'none'),
        name_hashes bigint[] NOT NULL CHECK (cardinality(name_hashes) = 2),
        -- Whose decision remembered it: they fall together.
        result_id uuid,
        confirmed_by uuid NOT NULL,
        confirmed_at timestamptz NOT NULL DEFAULT now(),
        removed_by uuid,
        removed_at timestamptz,
        PRIMARY KEY (organization_id, id)
      );
      -- Not unique: a rotation writes the hashes of one key over those of another.
      CREATE INDEX name_aliases_by_names ON name_aliases (organization_id, name_hashes) WHERE removed_at IS NULL;
      CREATE INDEX name_aliases_of_result ON name_aliases (organization_id, result_id) WHERE removed_at IS NULL;
      ${bindToOrganization('name_aliases')}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE name_aliases');
  }
}
