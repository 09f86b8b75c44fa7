// Models an organization has taught, as files in the database: every machine that reaches it can score with them. Which
// one is at work is the last promotion; what came before stays as history.
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bindToOrganization } from './tenant-table.ts';

export class LearnedModels implements MigrationInterface {
  readonly name = 'LearnedModels1795791600000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE model_versions (
        organization_id uuid NOT NULL REFERENCES organizations ON DELETE CASCADE,
        number integer NOT NULL CHECK (number > 0),
        version text NOT NULL,
        model bytea NOT NULL,
        manifest text NOT NULL,
        card text NOT NULL,
        plots jsonb NOT NULL,
        figures jsonb NOT NULL,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, number),
        UNIQUE (organization_id, version)
      );
      ${bindToOrganization('model_versions')}
      REVOKE UPDATE, DELETE ON model_versions FROM medspasync_app;

      -- Without a number: the model the release ships with.
      CREATE TABLE model_promotions (
        organization_id uuid NOT NULL REFERENCES organizations ON DELETE CASCADE,
        id bigint GENERATED ALWAYS AS IDENTITY,
        number integer,
        promoted_by uuid NOT NULL,
        promoted_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        FOREIGN KEY (organization_id, number) REFERENCES model_versions
      );
      ${bindToOrganization('model_promotions')}
      REVOKE UPDATE, DELETE ON model_promotions FROM medspasync_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE model_promotions, model_versions');
  }
}
