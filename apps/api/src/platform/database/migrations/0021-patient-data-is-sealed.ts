// Who a patient is, what was said about them, and the files they came in: from here on sealed by the application, which
// alone has the keys. What is there already moves into the sealed columns under the key 'none', as base64; the
// re-encryption job seals it, and the checks let nothing new in that is not sealed.
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rewriteSealedRows } from './rewrite-rows.ts';

const base64 = (text: string): string => `encode(convert_to(${text}, 'UTF8'), 'base64')`;

const TABLES = ['transactions', 'job_results', 'decisions', 'uploads', 'upload_chunks'];

const TRANSACTIONS = `
  ALTER TABLE transactions ADD COLUMN patient text, ADD COLUMN key_id text,
    ADD COLUMN patient_hashes bigint[] NOT NULL DEFAULT '{}';
  UPDATE transactions SET key_id = 'none', patient = ${base64(`jsonb_strip_nulls(jsonb_build_object(
    'customerName', customer_name, 'customerPhone', customer_phone, 'customerEmail', customer_email))::text`)};
  ALTER TABLE transactions DROP COLUMN customer_name, DROP COLUMN customer_phone, DROP COLUMN customer_email,
    ALTER COLUMN patient SET NOT NULL, ALTER COLUMN key_id SET NOT NULL;
  ALTER TABLE transactions ALTER COLUMN patient_hashes DROP DEFAULT;
`;

// side: a row that could not be read has no transaction to tell by.
const RESULTS = `
  ALTER TABLE job_results ADD COLUMN side text CHECK (side IN ('reward', 'pos')),
    ADD COLUMN words text, ADD COLUMN key_id text,
    ADD CONSTRAINT job_results_words_have_a_key CHECK ((words IS NULL) = (key_id IS NULL));
  UPDATE job_results SET side = CASE WHEN reward_transaction_id IS NULL THEN 'pos' ELSE 'reward' END;
  UPDATE job_results SET key_id = 'none', words = ${base64(
    `jsonb_build_object('explanation', explanation, 'runnerUp', runner_up)::text`,
  )} WHERE explanation IS NOT NULL OR runner_up IS NOT NULL;
  ALTER TABLE job_results ALTER COLUMN side SET NOT NULL, DROP COLUMN explanation, DROP COLUMN runner_up;
`;

const DECISIONS = `
  ALTER TABLE decisions ADD COLUMN key_id text;
  UPDATE decisions SET key_id = 'none', note = ${base64('note')} WHERE note IS NOT NULL;
  ALTER TABLE decisions ADD CONSTRAINT decisions_notes_have_a_key CHECK ((note IS NULL) = (key_id IS NULL));
`;

const UPLOADS = `
  ALTER TABLE uploads ADD COLUMN details text, ADD COLUMN key_id text, ADD COLUMN layout_name text,
    ADD COLUMN skipped_count integer NOT NULL DEFAULT 0;
  UPDATE uploads SET key_id = 'none', layout_name = mapping ->> 'layout_name',
    skipped_count = jsonb_array_length(skipped), details = ${base64(`jsonb_build_object(
      'filename', filename, 'mapping', mapping, 'skipped', skipped, 'unreadable', '[]'::jsonb)::text`)};
  ALTER TABLE uploads DROP COLUMN filename, DROP COLUMN mapping, DROP COLUMN skipped,
    ALTER COLUMN details SET NOT NULL, ALTER COLUMN key_id SET NOT NULL;

  ALTER TABLE upload_chunks ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid(), ADD COLUMN key_id text,
    ALTER COLUMN content TYPE text USING encode(content, 'base64'),
    -- Encrypted text does not compress; trying costs time.
    ALTER COLUMN content SET STORAGE EXTERNAL;
  UPDATE upload_chunks SET key_id = 'none';
  ALTER TABLE upload_chunks ALTER COLUMN id DROP DEFAULT, ALTER COLUMN key_id SET NOT NULL,
    ADD UNIQUE (organization_id, id);
`;

// The re-encryption goes through all organizations; this tells it which there are, and no more.
const ORGANIZATIONS = `
  CREATE FUNCTION organization_ids() RETURNS TABLE (organization_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT o.id FROM organizations o ORDER BY 1
    $$;
  REVOKE ALL ON FUNCTION organization_ids() FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION organization_ids() TO medspasync_app;
`;

export class PatientDataIsSealed implements MigrationInterface {
  readonly name = 'PatientDataIsSealed1795723600000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await rewriteSealedRows(queryRunner, TABLES, [TRANSACTIONS, RESULTS, DECISIONS, UPLOADS]);
    await queryRunner.query(ORGANIZATIONS);
  }

  async down(): Promise<void> {
    throw new Error('the database cannot open what the application has sealed');
  }
}
