// A transaction is looked for in two uploads, never in all: with the upload in the index, the database need not guess whether
// to go by the one or the other, which it does badly of rows that came a moment ago.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RowsAreFoundInTheirUpload implements MigrationInterface {
  readonly name = 'RowsAreFoundInTheirUpload1796133600000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX upload_rows_of_transaction;
      CREATE INDEX upload_rows_of_transaction ON upload_rows (organization_id, transaction_id, upload_id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX upload_rows_of_transaction;
      CREATE INDEX upload_rows_of_transaction ON upload_rows (organization_id, transaction_id);
    `);
  }
}
