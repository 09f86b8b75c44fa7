// Every API key runs out. One that was made without an end gets a year from now, so that nothing stops overnight.
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rewriteRows } from './rewrite-rows.ts';

export class ApiKeysRunOut implements MigrationInterface {
  readonly name = 'ApiKeysRunOut1796500000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    const aYear = "UPDATE api_keys SET expires_at = now() + interval '365 days' WHERE expires_at IS NULL";
    await rewriteRows(queryRunner, ['api_keys'], [aYear]);
    await queryRunner.query(`
      ALTER TABLE api_keys ALTER COLUMN expires_at SET NOT NULL,
        ALTER COLUMN expires_at SET DEFAULT now() + interval '90 days';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'ALTER TABLE api_keys ALTER COLUMN expires_at DROP DEFAULT, ALTER COLUMN expires_at DROP NOT NULL',
    );
  }
}
