// Emergency access to data of patients: who, why, until when, and who looked at it afterwards. Nothing of it is deleted
// or rewritten; the database itself holds the hour.
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bindToOrganization } from './tenant-table.ts';

export class BreakGlass implements MigrationInterface {
  readonly name = 'BreakGlass1795770120000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE break_glass (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        user_id uuid NOT NULL,
        reason text NOT NULL CHECK (char_length(reason) >= 10),
        opened_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        ended_at timestamptz,
        reviewed_by uuid,
        reviewed_at timestamptz,
        review_note text,
        PRIMARY KEY (organization_id, id),
        FOREIGN KEY (organization_id, user_id) REFERENCES memberships ON DELETE CASCADE,
        CHECK (expires_at <= opened_at + interval '60 minutes'),
        CHECK (reviewed_by <> user_id)
      );
      CREATE INDEX break_glass_of_user ON break_glass (organization_id, user_id, expires_at);
      ${bindToOrganization('break_glass')}
      REVOKE UPDATE, DELETE ON break_glass FROM medspasync_app;
      GRANT UPDATE (ended_at, reviewed_by, reviewed_at, review_note) ON break_glass TO medspasync_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE break_glass');
  }
}
