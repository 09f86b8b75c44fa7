// By how much redemptions are short changes with every payment of them: it is told when it is asked, and kept nowhere.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ShortIsToldAsOfNow implements MigrationInterface {
  readonly name = 'ShortIsToldAsOfNow1797501000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE payment_readings DROP COLUMN short_cents');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE payment_readings ADD COLUMN short_cents integer NOT NULL DEFAULT 0');
  }
}
