// Several payments may pay for one redemption. That they do not pay more than is owed is said by whoever holds the ledger: what
// is owed follows corrections, which no index can.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RedemptionsArePaidInParts implements MigrationInterface {
  readonly name = 'RedemptionsArePaidInParts1796802000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX reimbursed_shares_one_stands;
      DROP INDEX reimbursed_shares_of_payment;
      CREATE UNIQUE INDEX reimbursed_shares_one_stands ON reimbursed_shares (organization_id, payment_id, redemption_id)
        WHERE undone_at IS NULL;
      CREATE INDEX reimbursed_shares_of_redemption ON reimbursed_shares (organization_id, redemption_id)
        WHERE undone_at IS NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('of a redemption that is paid in parts the old table would have one');
  }
}
