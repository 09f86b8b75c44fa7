// Every request asks who is calling, and four statements for it (begin, bind, look up, commit) cost more than the answer. A
// function asks in one, and keeps its plan. It has its caller's rights: row-level security binds it like any statement, to the
// organization that it is told, until its own transaction ends.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const STANDINGS = `
  CREATE VIEW standings WITH (security_invoker = true) AS
    SELECT m.organization_id, m.user_id, m.role,
           m.patient_access OR EXISTS (
             SELECT FROM break_glass b WHERE b.organization_id = m.organization_id AND b.user_id = m.user_id
               AND b.ended_at IS NULL AND b.expires_at > now()) AS sees_patients,
           EXISTS (
             SELECT FROM second_factors f WHERE f.organization_id = m.organization_id AND f.user_id = m.user_id
               AND f.confirmed_at IS NOT NULL) AS has_second_factor,
           o.second_factor_required AS organization_requires_second_factor
    FROM memberships m JOIN organizations o ON o.id = m.organization_id;
  GRANT SELECT ON standings TO medspasync_app;
`;

// Use is noted at most once a minute: precise enough for an idle limit, and most requests write nothing.
const FIND_SESSION = `
  CREATE FUNCTION find_session(asked_organization_id uuid, asked_id uuid, asked_user_id uuid, idle_seconds double precision)
    RETURNS TABLE (role text, sees_patients boolean, has_second_factor boolean,
                   organization_requires_second_factor boolean, is_stale boolean)
    LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM set_config('app.organization_id', asked_organization_id::text, true);
      RETURN QUERY
        SELECT t.role, t.sees_patients, t.has_second_factor, t.organization_requires_second_factor,
               s.last_seen_at < now() - interval '1 minute'
        FROM sessions s
        JOIN standings t ON t.organization_id = s.organization_id AND t.user_id = s.user_id
        JOIN users u ON u.id = s.user_id
        WHERE s.organization_id = asked_organization_id AND s.id = asked_id AND s.user_id = asked_user_id
          AND s.revoked_at IS NULL AND s.expires_at > now()
          AND s.last_seen_at > now() - make_interval(secs => idle_seconds) AND u.disabled_at IS NULL;
    END $$;
`;

const FIND_API_KEY = `
  CREATE FUNCTION find_api_key(asked_organization_id uuid, asked_hash bytea)
    RETURNS TABLE (role text, sees_patients boolean, has_second_factor boolean,
                   organization_requires_second_factor boolean, is_stale boolean, id uuid, permissions text[],
                   created_by uuid)
    LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM set_config('app.organization_id', asked_organization_id::text, true);
      RETURN QUERY
        SELECT t.role, t.sees_patients, t.has_second_factor, t.organization_requires_second_factor,
               coalesce(k.last_used_at < now() - interval '1 minute', true), k.id, k.permissions, k.created_by
        FROM api_keys k
        JOIN standings t ON t.organization_id = k.organization_id AND t.user_id = k.created_by
        JOIN users u ON u.id = k.created_by
        WHERE k.organization_id = asked_organization_id AND k.key_hash = asked_hash
          AND k.revoked_at IS NULL AND k.expires_at > now() AND u.disabled_at IS NULL;
    END $$;
`;

const FUNCTIONS = ['find_session(uuid, uuid, uuid, double precision)', 'find_api_key(uuid, bytea)'].join();

export class CallersAreFoundInOneStep implements MigrationInterface {
  readonly name = 'CallersAreFoundInOneStep1797200000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ${STANDINGS}${FIND_SESSION}${FIND_API_KEY}
      REVOKE ALL ON FUNCTION ${FUNCTIONS} FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION ${FUNCTIONS} TO medspasync_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP FUNCTION ${FUNCTIONS}; DROP VIEW standings;`);
  }
}
