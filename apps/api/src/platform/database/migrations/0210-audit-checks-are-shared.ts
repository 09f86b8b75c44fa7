// Every chain is verified once a night, by whichever API process comes first; the row says when, so that the others leave it and
// a night that nobody was up for is caught up with. Of no organization: the role of the API reaches it by two functions only.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AuditChecksAreShared implements MigrationInterface {
  readonly name = 'AuditChecksAreShared1797600000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE audit_checks (
        is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
        begun_at timestamptz,
        ended_at timestamptz
      );
      ALTER TABLE audit_checks ENABLE ROW LEVEL SECURITY;
      ALTER TABLE audit_checks FORCE ROW LEVEL SECURITY;
      CREATE POLICY owner_checks ON audit_checks TO CURRENT_USER USING (true) WITH CHECK (true);
      INSERT INTO audit_checks DEFAULT VALUES;
      -- A process that died in the middle holds the others off for less than an hour; a time to come counts as none.
      CREATE FUNCTION begin_audit_check(due_since timestamptz) RETURNS boolean
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        BEGIN
          UPDATE audit_checks SET begun_at = now()
          WHERE (ended_at IS NULL OR ended_at < due_since OR ended_at > now())
            AND (begun_at IS NULL OR begun_at <= ended_at OR begun_at > now() OR begun_at < now() - interval '50 minutes');
          RETURN FOUND;
        END $$;
      CREATE FUNCTION end_audit_check() RETURNS void
        LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS
        'UPDATE audit_checks SET ended_at = clock_timestamp()';
      REVOKE ALL ON audit_checks FROM PUBLIC;
      REVOKE ALL ON FUNCTION begin_audit_check(timestamptz), end_audit_check() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION begin_audit_check(timestamptz), end_audit_check() TO medspasync_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP FUNCTION begin_audit_check(timestamptz);
      DROP FUNCTION end_audit_check();
      DROP TABLE audit_checks;
    `);
  }
}
