// PostgreSQL gathers statistics by itself a minute after a tenth of a table has changed. Until then it may take the rows of a new
// organization or run for a single one, and compare each with each. Only a table's owner may have them gathered: a function, run with
// its owner's rights, does it where the rows just written are many, or a hundredth of the table. Few among many weigh nothing.
// Where somebody else vacuums the table or does the same, nobody waits for it: the next rows are told of together with these.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class StatisticsFollowRows implements MigrationInterface {
  readonly name = 'StatisticsFollowRows1797608000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION gather_statistics(written text, written_rows integer) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        BEGIN
          IF written NOT IN ('transactions', 'upload_rows', 'job_results') THEN
            RAISE EXCEPTION 'no statistics are gathered of %', written;
          END IF;
          IF written_rows >= (SELECT least(500, reltuples / 100) FROM pg_class WHERE oid = written::regclass) THEN
            EXECUTE format('ANALYZE (SKIP_LOCKED) %I', written);
          END IF;
        END $$;
      REVOKE ALL ON FUNCTION gather_statistics(text, integer) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION gather_statistics(text, integer) TO medspasync_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION gather_statistics(text, integer)');
  }
}
