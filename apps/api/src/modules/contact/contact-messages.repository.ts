// Rows of visitors' messages. They belong to no organization: the API may add one and read none, which is for the owner
// of the database (`npm run contact:messages`).
import { randomUUID } from 'node:crypto';
import type { ContactRequestWire } from '@medspasync/schemas';
import type { PatientSeal, Place } from '../../platform/crypto/index.ts';
import type { Database } from '../../platform/database/index.ts';

/** A message as its reader gets it. */
interface ReceivedMessage extends ContactRequestWire {
  receivedAt: Date;
}

export interface MessageRow {
  id: string;
  received_at: Date;
  key_id: string;
  sealed: string;
}

export class ContactMessagesRepository {
  constructor(
    private readonly database: Pick<Database, 'query'>,
    private readonly seal: PatientSeal,
  ) {}

  /** @returns `repeated` for the same message under the same key, `other` for another one under it. */
  async add(key: string, message: ContactRequestWire): Promise<'added' | 'repeated' | 'other'> {
    const id = randomUUID();
    const text = JSON.stringify(message);
    const [row] = await this.database.query<{ fingerprint: Buffer | null }>(
      'SELECT receive_contact_message($1, $2, $3, $4, $5) AS fingerprint',
      [
        id,
        key,
        this.seal.digest(text),
        this.seal.keyId,
        this.seal.seal(placeOfMessage(id), Buffer.from(text)),
      ],
    );
    const earlier = row?.fingerprint;
    if (!earlier) return 'added';
    return this.seal.isDigestOf(earlier, text) ? 'repeated' : 'other';
  }
}

/** Of rows that the owner of the database has read. */
export const openMessage = (seal: PatientSeal, row: MessageRow): ReceivedMessage => ({
  ...seal.openJson<ContactRequestWire>(placeOfMessage(row.id), { keyId: row.key_id, token: row.sealed }),
  receivedAt: row.received_at,
});

export const placeOfMessage = (rowId: string): Place => ({
  organizationId: 'nobody',
  table: 'contact_messages',
  rowId,
  column: 'sealed',
});
