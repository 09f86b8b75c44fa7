// Messages of visitors, of no organization, so bound to the owner of the database as every other table is to one. The
// API's role may add one through a function and read none; after 90 days they go.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ContactMessages implements MigrationInterface {
  readonly name = 'ContactMessages1796520000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE contact_messages (
        id uuid PRIMARY KEY,
        received_at timestamptz NOT NULL DEFAULT now(),
        request_key text NOT NULL UNIQUE,
        fingerprint bytea NOT NULL,
        key_id text NOT NULL,
        sealed text NOT NULL
      );
      ALTER TABLE contact_messages ENABLE ROW LEVEL SECURITY;
      ALTER TABLE contact_messages FORCE ROW LEVEL SECURITY;
      CREATE POLICY of_owner ON contact_messages TO CURRENT_USER USING (true) WITH CHECK (true);
      REVOKE ALL ON contact_messages FROM medspasync_app;

      -- Null when the message is new, else the fingerprint of the one that came under this key before.
      CREATE FUNCTION receive_contact_message(id uuid, key text, print bytea, sealing_key text, words text)
        RETURNS bytea LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        BEGIN
          DELETE FROM contact_messages m WHERE m.received_at < now() - interval '90 days';
          INSERT INTO contact_messages (id, request_key, fingerprint, key_id, sealed)
            VALUES (receive_contact_message.id, key, print, sealing_key, words)
            ON CONFLICT (request_key) DO NOTHING;
          IF FOUND THEN RETURN NULL; END IF;
          RETURN (SELECT m.fingerprint FROM contact_messages m WHERE m.request_key = key);
        END $$;
      REVOKE ALL ON FUNCTION receive_contact_message(uuid, text, bytea, text, text) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION receive_contact_message(uuid, text, bytea, text, text) TO medspasync_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP FUNCTION receive_contact_message(uuid, text, bytea, text, text);
      DROP TABLE contact_messages;
    `);
  }
}
