// A person may take a sale from the reward that a run gave it to; the sale then has a row of its own, like one nothing claimed.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SalesAreReleased implements MigrationInterface {
  readonly name = 'SalesAreReleased1796801000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE job_results ADD COLUMN is_withdrawn boolean CHECK (is_withdrawn IS NULL OR side = 'pos');
      COMMENT ON COLUMN job_results.is_withdrawn IS
        'Null: made by the run. Of a row made for a sale that a person released since: whether a reward has the sale again.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('rows of sales that a reward has again would be open in the old table');
  }
}
