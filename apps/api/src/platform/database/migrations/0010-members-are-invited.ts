// People come in by invitation, are let back in by a reset of their password, and may work without seeing patients.
// Both tokens are kept as SHA-256 only.
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bindToOrganization } from './tenant-table.ts';

export class MembersAreInvited implements MigrationInterface {
  readonly name = 'MembersAreInvited1795770000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE organizations ADD COLUMN second_factor_required boolean NOT NULL DEFAULT false;
      ALTER TABLE memberships ADD COLUMN patient_access boolean NOT NULL DEFAULT true;
      GRANT UPDATE (patient_access) ON memberships TO medspasync_app;
      ALTER TABLE api_keys ADD COLUMN prefix text NOT NULL DEFAULT '';

      CREATE TABLE invitations (
        organization_id uuid NOT NULL REFERENCES organizations ON DELETE CASCADE,
        id uuid NOT NULL,
        token_hash bytea NOT NULL,
        email text NOT NULL CHECK (email = lower(email)),
        role text NOT NULL CHECK (role IN ('admin', 'manager', 'reviewer', 'viewer')),
        patient_access boolean NOT NULL,
        invited_by uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        accepted_at timestamptz,
        revoked_at timestamptz,
        PRIMARY KEY (organization_id, id),
        UNIQUE (organization_id, token_hash),
        FOREIGN KEY (organization_id, invited_by) REFERENCES memberships ON DELETE CASCADE
      );
      CREATE UNIQUE INDEX invitations_one_open ON invitations (organization_id, email)
        WHERE accepted_at IS NULL AND revoked_at IS NULL;
      ${bindToOrganization('invitations')}

      CREATE TABLE password_resets (
        organization_id uuid NOT NULL,
        token_hash bytea NOT NULL,
        user_id uuid NOT NULL,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        PRIMARY KEY (organization_id, token_hash),
        FOREIGN KEY (organization_id, user_id) REFERENCES memberships ON DELETE CASCADE
      );
      CREATE INDEX password_resets_of_user ON password_resets (organization_id, user_id);
      ${bindToOrganization('password_resets')}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE password_resets, invitations;
      ALTER TABLE api_keys DROP COLUMN prefix;
      ALTER TABLE memberships DROP COLUMN patient_access;
      ALTER TABLE organizations DROP COLUMN second_factor_required;
    `);
  }
}
