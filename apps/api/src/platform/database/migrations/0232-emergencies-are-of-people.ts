// Emergency access is somebody's, with a reason, at a screen: an API key that this person has made sees no more than before.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const findApiKey = (seesPatients: string): string => `
  CREATE OR REPLACE FUNCTION find_api_key(asked_organization_id uuid, asked_hash bytea)
    RETURNS TABLE (role text, sees_patients boolean, has_second_factor boolean,
                   organization_requires_second_factor boolean, is_stale boolean, id uuid, permissions text[],
                   created_by uuid)
    LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM set_config('app.organization_id', asked_organization_id::text, true);
      RETURN QUERY
        SELECT t.role, ${seesPatients}, t.has_second_factor, t.organization_requires_second_factor,
               coalesce(k.last_used_at < now() - interval '1 minute', true), k.id, k.permissions, k.created_by
        FROM api_keys k
        JOIN standings t ON t.organization_id = k.organization_id AND t.user_id = k.created_by
        JOIN memberships m ON m.organization_id = k.organization_id AND m.user_id = k.created_by
        JOIN users u ON u.id = k.created_by
        WHERE k.organization_id = asked_organization_id AND k.key_hash = asked_hash
          AND k.revoked_at IS NULL AND k.expires_at > now() AND u.disabled_at IS NULL;
    END $$;
`;

export class EmergenciesAreOfPeople implements MigrationInterface {
  readonly name = 'EmergenciesAreOfPeople1797610000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(findApiKey('m.patient_access'));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(findApiKey('t.sees_patients'));
  }
}
