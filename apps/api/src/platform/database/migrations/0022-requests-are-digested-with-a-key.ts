// A plain hash of a request that names a patient lets whoever reads it check a guess. The digest is keyed from here on.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RequestsAreDigestedWithAKey implements MigrationInterface {
  readonly name = 'RequestsAreDigestedWithAKey1795781000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE jobs RENAME COLUMN request_sha256 TO request_digest');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE jobs RENAME COLUMN request_digest TO request_sha256');
  }
}
