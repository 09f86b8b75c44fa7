// Who sees a person is decided by memberships, and a member's password can be changed. So an organization must not make
// a member of somebody who is there already: the application writes memberships of new people only, and of a person or
// a membership it changes no more than it has to.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class StrangersAreNotTakenIn implements MigrationInterface {
  readonly name = 'StrangersAreNotTakenIn1795694400000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- With its owner's rights: the application does not see the people of other organizations.
      CREATE FUNCTION person_exists(person uuid) RETURNS boolean
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
          SELECT EXISTS (SELECT FROM users u WHERE u.id = person)
        $$;
      REVOKE ALL ON FUNCTION person_exists(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION person_exists(uuid) TO medspasync_app;

      CREATE POLICY of_new_people ON memberships AS RESTRICTIVE FOR INSERT TO medspasync_app
        WITH CHECK (NOT person_exists(user_id));

      REVOKE UPDATE ON memberships, users FROM medspasync_app;
      GRANT UPDATE (role) ON memberships TO medspasync_app;
      GRANT UPDATE (password_hash, failed_sign_ins, locked_until, disabled_at) ON users TO medspasync_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      GRANT UPDATE ON memberships, users TO medspasync_app;
      DROP POLICY of_new_people ON memberships;
      DROP FUNCTION person_exists(uuid);
    `);
  }
}
