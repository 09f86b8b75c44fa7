// Of sales that fit a refund alike it takes one, since it is used once; whoever reads of it is told that it may be another's.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RefundsMayFitOthers implements MigrationInterface {
  readonly name = 'RefundsMayFitOthers1797609000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE sale_refunds ADD COLUMN fits_other boolean NOT NULL DEFAULT false');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE sale_refunds DROP COLUMN fits_other');
  }
}
