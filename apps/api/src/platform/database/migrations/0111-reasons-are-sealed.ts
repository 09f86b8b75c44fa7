// Why a month was opened again, and why somebody opened emergency access, is free text like a note: from here on sealed. What
// is there already waits for the re-encryption under the key 'none', as base64.
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rewriteSealedRows } from './rewrite-rows.ts';

const base64 = (text: string): string => `encode(convert_to(${text}, 'UTF8'), 'base64')`;

const PERIODS = `
  ALTER TABLE periods DROP CONSTRAINT periods_reopen_reason_check, ADD COLUMN key_id text;
  UPDATE periods SET key_id = 'none', reopen_reason = ${base64('reopen_reason')} WHERE reopen_reason IS NOT NULL;
  ALTER TABLE periods ADD CONSTRAINT periods_reasons_have_a_key CHECK ((reopen_reason IS NULL) = (key_id IS NULL));
  GRANT UPDATE (key_id) ON periods TO medspasync_app;
`;

// words: the reason, and what the review found.
const BREAK_GLASS = `
  ALTER TABLE break_glass ADD COLUMN words text, ADD COLUMN key_id text;
  UPDATE break_glass SET key_id = 'none',
    words = ${base64(`jsonb_build_object('reason', reason, 'reviewNote', review_note)::text`)};
  ALTER TABLE break_glass DROP COLUMN reason, DROP COLUMN review_note,
    ALTER COLUMN words SET NOT NULL, ALTER COLUMN key_id SET NOT NULL;
  GRANT UPDATE (words, key_id) ON break_glass TO medspasync_app;
`;

// An access that was open meanwhile can still be given back before it is sealed.
const GIVEN_BACK = `
  ALTER TABLE break_glass DROP CONSTRAINT break_glass_sealed,
    ADD CONSTRAINT break_glass_sealed CHECK (key_id <> 'none' OR ended_at IS NOT NULL) NOT VALID;
`;

export class ReasonsAreSealed implements MigrationInterface {
  readonly name = 'ReasonsAreSealed1796140800000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await rewriteSealedRows(queryRunner, ['periods', 'break_glass'], [PERIODS, BREAK_GLASS]);
    await queryRunner.query(GIVEN_BACK);
  }

  async down(): Promise<void> {
    throw new Error('the database cannot open what the application has sealed');
  }
}
