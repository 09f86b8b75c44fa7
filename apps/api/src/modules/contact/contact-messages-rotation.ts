// Visitors' messages under the newest key. Only the owner of the database may read them, so this is the owner's connection,
// open for as long as one step takes.
import type { ContactRequestWire } from '@medspasync/schemas';
import pg from 'pg';
import type { PatientSeal } from '../../platform/crypto/index.ts';
import { type MessageRow, placeOfMessage } from './contact-messages.repository.ts';

/** Rows in one transaction. */
const BATCH_ROWS = 100;

export class ContactMessagesRotation {
  /** @param ownerUrl of the owner of the database. */
  constructor(
    private readonly ownerUrl: string,
    private readonly seal: PatientSeal,
  ) {}

  /** Messages that are not sealed with the newest key. */
  countPending(): Promise<number> {
    return this.#asOwner(async (client) => {
      const { rows } = await client.query<{ pending: number }>(
        'SELECT count(*)::int AS pending FROM contact_messages WHERE key_id <> $1',
        [this.seal.keyId],
      );
      return rows[0]!.pending;
    });
  }

  /** Seals the next batch with the newest key, and digests it anew. @returns how many; 0 at the end. */
  resealBatch(): Promise<number> {
    return this.#asOwner(async (client) => {
      await client.query('BEGIN');
      const { rows } = await client.query<MessageRow>(
        `SELECT id, received_at, key_id, sealed FROM contact_messages
         WHERE key_id <> $1 ORDER BY id LIMIT ${BATCH_ROWS} FOR UPDATE`,
        [this.seal.keyId],
      );
      for (const row of rows) {
        const place = placeOfMessage(row.id);
        const sealed = { keyId: row.key_id, token: row.sealed };
        // As it was digested when it came.
        const text = JSON.stringify(this.seal.openJson<ContactRequestWire>(place, sealed));
        await client.query(
          'UPDATE contact_messages SET key_id = $2, sealed = $3, fingerprint = $4 WHERE id = $1',
          [row.id, this.seal.keyId, this.seal.reseal(place, sealed), this.seal.digest(text)],
        );
      }
      await client.query('COMMIT');
      return rows.length;
    });
  }

  /** What is not committed when `work` throws ends with the connection. */
  async #asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client({ connectionString: this.ownerUrl });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }
}
