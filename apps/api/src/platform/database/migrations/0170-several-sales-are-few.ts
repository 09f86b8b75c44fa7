// Rows that have several sales are few. Without statistics of the expression a planner takes a third of all rows for such, and
// reads every result of the organization instead of the index of those few.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SeveralSalesAreFew implements MigrationInterface {
  readonly name = 'SeveralSalesAreFew1796870000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE STATISTICS job_results_number_of_sales ON cardinality(pos_transaction_ids) FROM job_results;
      COMMENT ON COLUMN decisions.short_cents IS 'Of a pair that a person said is one: what its sales are less than the reward.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP STATISTICS job_results_number_of_sales');
  }
}
