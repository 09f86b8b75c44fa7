// Visitors' messages are bound as every other table is: to the owner of the database, for they belong to no organization.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ContactMessagesAreTheOwners implements MigrationInterface {
  readonly name = 'ContactMessagesAreTheOwners1796530000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE POLICY of_owner ON contact_messages TO CURRENT_USER USING (true) WITH CHECK (true);
      ALTER TABLE contact_messages ENABLE ROW LEVEL SECURITY;
      ALTER TABLE contact_messages FORCE ROW LEVEL SECURITY;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE contact_messages NO FORCE ROW LEVEL SECURITY;
      ALTER TABLE contact_messages DISABLE ROW LEVEL SECURITY;
      DROP POLICY of_owner ON contact_messages;
    `);
  }
}
