// A redemption that was overdue and told of, then paid or written off, is news once more when it opens again.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OverdueOpensAgain implements MigrationInterface {
  readonly name = 'OverdueOpensAgain1797606000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE announced_overdue ADD COLUMN closed_at timestamptz;
      COMMENT ON COLUMN announced_overdue.closed_at IS 'A night has found it paid or given up since it was told of.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE announced_overdue DROP COLUMN closed_at');
  }
}
