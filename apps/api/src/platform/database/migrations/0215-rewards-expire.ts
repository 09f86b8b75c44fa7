// What was given at a visit can be redeemed for a time that a program's terms name.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RewardsExpire implements MigrationInterface {
  readonly name = 'RewardsExpire1797602000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'ALTER TABLE program_rules ADD COLUMN expires_after_days integer CHECK (expires_after_days BETWEEN 0 AND 3650)',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE program_rules DROP COLUMN expires_after_days');
  }
}
