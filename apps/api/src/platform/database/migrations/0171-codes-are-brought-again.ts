// A code that a patient brings twice for one amount may be one redemption or two: it is kept as two, and the upload says so.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CodesAreBroughtAgain implements MigrationInterface {
  readonly name = 'CodesAreBroughtAgain1796871000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE upload_rows ADD COLUMN repeats_code boolean NOT NULL DEFAULT false');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE upload_rows DROP COLUMN repeats_code');
  }
}
