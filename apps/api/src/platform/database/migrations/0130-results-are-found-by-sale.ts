// Which rows of results have a sale is asked for single sales, over all jobs. Row-level security keeps a GIN index on the
// array from being used, since && is not leakproof: the first sale is indexed, and the few rows that have several.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ResultsAreFoundBySale implements MigrationInterface {
  readonly name = 'ResultsAreFoundBySale1796600000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE INDEX job_results_of_sale ON job_results (organization_id, (pos_transaction_ids[1]));
      CREATE INDEX job_results_of_several_sales ON job_results (organization_id, job_id)
        WHERE cardinality(pos_transaction_ids) > 1;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX job_results_of_sale; DROP INDEX job_results_of_several_sales');
  }
}
