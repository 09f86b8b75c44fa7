// A second factor beside the password: the secret of an authenticator app (encrypted), codes for the day it is lost
// (digests), and the short time between the two steps of a sign-in.
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bindToOrganization } from './tenant-table.ts';

export class SecondFactors implements MigrationInterface {
  readonly name = 'SecondFactors1795770060000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- last_used_step: the 30-second step of the newest code taken. An older code, or the same again, is refused.
      CREATE TABLE second_factors (
        organization_id uuid NOT NULL,
        user_id uuid NOT NULL,
        key_id text NOT NULL,
        secret_sealed text NOT NULL,
        confirmed_at timestamptz,
        last_used_step bigint NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, user_id),
        FOREIGN KEY (organization_id, user_id) REFERENCES memberships ON DELETE CASCADE
      );
      ${bindToOrganization('second_factors')}

      CREATE TABLE recovery_codes (
        organization_id uuid NOT NULL,
        user_id uuid NOT NULL,
        code_hash bytea NOT NULL,
        used_at timestamptz,
        PRIMARY KEY (organization_id, user_id, code_hash),
        FOREIGN KEY (organization_id, user_id) REFERENCES second_factors ON DELETE CASCADE
      );
      ${bindToOrganization('recovery_codes')}

      CREATE TABLE sign_in_challenges (
        organization_id uuid NOT NULL,
        token_hash bytea NOT NULL,
        user_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        failures integer NOT NULL DEFAULT 0,
        used_at timestamptz,
        PRIMARY KEY (organization_id, token_hash),
        FOREIGN KEY (organization_id, user_id) REFERENCES memberships ON DELETE CASCADE
      );
      CREATE INDEX sign_in_challenges_of_user ON sign_in_challenges (organization_id, user_id);
      ${bindToOrganization('sign_in_challenges')}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE sign_in_challenges, recovery_codes, second_factors');
  }
}
