// What was recommended depends on more than the probability (a tie is never approved by itself), so results keep it.
// Replacing an upload's transactions asks for each of them whether a result refers to it: that needs an index.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ResultsKeepTheirRecommendation implements MigrationInterface {
  readonly name = 'ResultsKeepTheirRecommendation1795654800000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE job_results ADD COLUMN recommendation text NOT NULL DEFAULT 'REVIEW_REQUIRED'
        CHECK (recommendation IN ('AUTO_APPROVE', 'APPROVE_RECOMMENDED', 'REVIEW_RECOMMENDED', 'REVIEW_REQUIRED'));
      ALTER TABLE job_results ALTER COLUMN recommendation DROP DEFAULT;
      CREATE INDEX job_results_of_reward ON job_results (organization_id, reward_transaction_id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX job_results_of_reward;
      ALTER TABLE job_results DROP COLUMN recommendation;
    `);
  }
}
