// Kept answers are good for a day. An organization that comes back takes away its old ones when it keeps the next; one that
// does not come back would leave them for ever. One function, run with its owner's rights, clears them for all organizations.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeptAnswersArePurged implements MigrationInterface {
  readonly name = 'KeptAnswersArePurged1797400000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE POLICY owner_reads ON kept_answers FOR SELECT TO CURRENT_USER USING (true);
      CREATE POLICY owner_purges ON kept_answers FOR DELETE TO CURRENT_USER USING (true);
      CREATE FUNCTION purge_kept_answers() RETURNS integer
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        DECLARE
          purged integer;
        BEGIN
          DELETE FROM kept_answers WHERE kept_at <= now() - interval '24 hours';
          GET DIAGNOSTICS purged = ROW_COUNT;
          RETURN purged;
        END $$;
      REVOKE ALL ON FUNCTION purge_kept_answers() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION purge_kept_answers() TO medspasync_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP FUNCTION purge_kept_answers();
      DROP POLICY owner_reads ON kept_answers;
      DROP POLICY owner_purges ON kept_answers;
    `);
  }
}
