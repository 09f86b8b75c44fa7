// Runs over the same rows are compared by what each result is about. Under row-level security an index serves leakproof
// conditions only, and coalesce, which said it, is none: every look-up read all transactions of the organization.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ResultsKnowWhatTheyAreAbout implements MigrationInterface {
  readonly name = 'ResultsKnowWhatTheyAreAbout1796620000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE job_results ADD COLUMN subject_id uuid
        GENERATED ALWAYS AS (coalesce(reward_transaction_id, pos_transaction_ids[1])) STORED;
      COMMENT ON COLUMN job_results.subject_id IS 'The reward, or the sale without one, that the row is about.';
      CREATE INDEX job_results_of_subject ON job_results (organization_id, subject_id);
      DROP INDEX job_results_of_reward;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE INDEX job_results_of_reward ON job_results (organization_id, reward_transaction_id);
      ALTER TABLE job_results DROP COLUMN subject_id;
    `);
  }
}
