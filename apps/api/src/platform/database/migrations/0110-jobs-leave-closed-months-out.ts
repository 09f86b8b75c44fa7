// What a job left out because its month was closed, per closed month.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class JobsLeaveClosedMonthsOut implements MigrationInterface {
  readonly name = 'JobsLeaveClosedMonthsOut1796137200000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE jobs ADD COLUMN left_out jsonb NOT NULL DEFAULT '[]'`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE jobs DROP COLUMN left_out');
  }
}
