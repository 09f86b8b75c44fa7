// Jobs at work: how often a job was started, when its whole run was undone, and how fast jobs have been.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class JobsRunAgain implements MigrationInterface {
  readonly name = 'JobsRunAgain1795870800000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE jobs ADD COLUMN retries integer NOT NULL DEFAULT 0, ADD COLUMN undone_at timestamptz;

      -- Of the whole installation, for an organization without a history: one number, and nothing of whose it is.
      CREATE FUNCTION median_seconds_per_transaction() RETURNS double precision
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
          SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY pace) FROM (
            SELECT extract(epoch FROM completed_at - started_at)::float8 / total_transactions AS pace FROM jobs
            WHERE status = 'completed' AND total_transactions >= 1000 ORDER BY completed_at DESC LIMIT 50
          ) AS latest
        $$;
      REVOKE ALL ON FUNCTION median_seconds_per_transaction() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION median_seconds_per_transaction() TO medspasync_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP FUNCTION median_seconds_per_transaction();
      ALTER TABLE jobs DROP COLUMN retries, DROP COLUMN undone_at;
    `);
  }
}
