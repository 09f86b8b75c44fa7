// What requests with an Idempotency-Key were answered, for a day.
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bindToOrganization } from './tenant-table.ts';

export class KeptAnswers implements MigrationInterface {
  readonly name = 'KeptAnswers1795780800000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE kept_answers (
        organization_id uuid NOT NULL REFERENCES organizations ON DELETE CASCADE,
        id uuid NOT NULL,
        user_id uuid NOT NULL,
        operation text NOT NULL,
        key text NOT NULL,
        fingerprint bytea NOT NULL,
        status smallint NOT NULL,
        sealing_key text NOT NULL,
        sealed_body text NOT NULL,
        kept_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        UNIQUE (organization_id, user_id, operation, key)
      );
      CREATE INDEX kept_answers_by_age ON kept_answers (organization_id, kept_at);
      ${bindToOrganization('kept_answers')}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE kept_answers');
  }
}
