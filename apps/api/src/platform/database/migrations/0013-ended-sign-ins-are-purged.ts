// Sessions, challenges, resets and invitations that ended long ago say nothing that the audit log does not. One function,
// run with its owner's rights, clears them for all organizations; it takes nothing younger than a day, whoever asks.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['sessions', 'sign_in_challenges', 'password_resets', 'invitations'];

export class EndedSignInsArePurged implements MigrationInterface {
  readonly name = 'EndedSignInsArePurged1795770180000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of TABLES)
      await queryRunner.query(`
        CREATE POLICY owner_reads ON ${table} FOR SELECT TO CURRENT_USER USING (true);
        CREATE POLICY owner_purges ON ${table} FOR DELETE TO CURRENT_USER USING (true);
      `);
    await queryRunner.query(`
      CREATE FUNCTION purge_ended_sign_ins(kept interval) RETURNS integer
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        DECLARE
          before timestamptz := now() - greatest(kept, interval '1 day');
          purged integer;
        BEGIN
          DELETE FROM sign_in_challenges WHERE expires_at < before;
          DELETE FROM password_resets WHERE expires_at < before;
          DELETE FROM invitations WHERE coalesce(accepted_at, revoked_at, expires_at) < before;
          DELETE FROM sessions WHERE least(coalesce(revoked_at, expires_at), expires_at) < before;
          GET DIAGNOSTICS purged = ROW_COUNT;
          RETURN purged;
        END $$;
      REVOKE ALL ON FUNCTION purge_ended_sign_ins(interval) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION purge_ended_sign_ins(interval) TO medspasync_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION purge_ended_sign_ins(interval)');
    for (const table of TABLES)
      await queryRunner.query(`DROP POLICY owner_reads ON ${table}; DROP POLICY owner_purges ON ${table};`);
  }
}
