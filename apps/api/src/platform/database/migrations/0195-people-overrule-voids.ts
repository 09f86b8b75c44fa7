// A void that was seen takes its redemption back wherever it is met, and a person may say that it does not. Where several
// redemptions fit a void, a person says which of them it takes back.
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rewriteRows } from './rewrite-rows.ts';

const REVERSALS = `
  ALTER TABLE reversals
    DROP CONSTRAINT reversals_pkey, DROP CONSTRAINT reversals_organization_id_redemption_id_key,
    ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid(),
    ADD COLUMN is_certain boolean NOT NULL DEFAULT true,
    ADD COLUMN stands boolean,
    ADD COLUMN said_by uuid,
    ADD COLUMN said_at timestamptz,
    ADD COLUMN reason text,
    ADD COLUMN key_id text,
    ADD COLUMN takes_back boolean NOT NULL GENERATED ALWAYS AS (coalesce(NOT stands, is_certain)) STORED,
    ADD PRIMARY KEY (organization_id, id),
    ADD CHECK ((stands IS NULL) = (said_at IS NULL)),
    ADD CHECK ((reason IS NULL) = (key_id IS NULL));
  COMMENT ON COLUMN reversals.is_certain IS 'The rows alone say so. Else a person is asked.';
  COMMENT ON COLUMN reversals.stands IS 'Whether a person said that the redemption stands; null while nobody has spoken.';
  CREATE UNIQUE INDEX reversals_by_row ON reversals (organization_id, reversal_id, redemption_id);
  CREATE INDEX reversals_by_redemption ON reversals (organization_id, redemption_id);
  CREATE UNIQUE INDEX reversals_take_one_back ON reversals (organization_id, reversal_id) WHERE takes_back;
  CREATE UNIQUE INDEX redemptions_are_taken_back_once ON reversals (organization_id, redemption_id) WHERE takes_back;
`;

// Where one file brought both, a person could pair the redemption all the same: that word stands.
const OVERRULED = `
  UPDATE reversals x SET stands = true, said_by = said.decided_by, said_at = said.decided_at
  FROM (
    SELECT DISTINCT ON (t.organization_id, t.lineage_id) t.organization_id, t.lineage_id, d.decided_by, d.decided_at
    FROM decisions d
    JOIN job_results r ON r.organization_id = d.organization_id AND r.id = d.result_id
    JOIN transactions t ON t.organization_id = r.organization_id AND t.id = r.reward_transaction_id
    WHERE d.undone_at IS NULL AND d.verdict = 're_paired' AND r.result = 'no_match' AND r.reason_codes = '{}'
    ORDER BY t.organization_id, t.lineage_id, d.decided_at DESC
  ) AS said
  WHERE said.organization_id = x.organization_id AND said.lineage_id = x.redemption_id AND NOT x.is_later`;

export class PeopleOverruleVoids implements MigrationInterface {
  readonly name = 'PeopleOverruleVoids1797500000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    const tables = ['reversals', 'decisions', 'job_results', 'transactions'];
    await rewriteRows(queryRunner, tables, [
      REVERSALS,
      OVERRULED,
      'ALTER TABLE reversals DROP COLUMN is_later',
    ]);
  }

  async down(): Promise<void> {
    throw new Error('what people said of voids has no place in the older table');
  }
}
