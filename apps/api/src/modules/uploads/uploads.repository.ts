// Rows of uploads, inside the organization of the open transaction.
import { randomUUID } from 'node:crypto';
import type { SkippedRow, UploadMappingWire } from '@medspasync/schemas';
import type { PatientSeal, Place } from '../../platform/crypto/index.ts';
import { currentEntityManager, currentOrganizationId } from '../../platform/database/index.ts';
import { UploadEntity } from './upload.entity.ts';
import type {
  MappingCorrection,
  NewUpload,
  StoredUpload,
  UnreadableRow,
  UploadInList,
  UploadReading,
} from './upload.ts';

/** What is sealed of an upload: a file's name may be a patient's, and samples and reasons come out of its cells. */
interface Details {
  filename: string;
  /** Null for a request body, and until the file is read. */
  mapping: UploadMappingWire | null;
  skipped: SkippedRow[];
  unreadable: UnreadableRow[];
  /** Absent from rows of an older version. */
  correction?: MappingCorrection | null;
}

type ListedRow = Pick<UploadEntity, 'id' | 'details' | 'keyId'> &
  Omit<UploadInList, 'id' | 'filename' | 'layoutName'> & { layoutName: string };

/** Longer than an answer is kept for its Idempotency-Key. */
const PREVIEW_HOURS = 48;

const placeOf = (organizationId: string, rowId: string): Place => ({
  organizationId,
  table: 'uploads',
  rowId,
  column: 'details',
});

export class UploadsRepository {
  constructor(private readonly seal: PatientSeal) {}

  /** @returns the id of the new upload. */
  async add(origin: 'file' | 'request', { filename, ...upload }: NewUpload): Promise<string> {
    const id = randomUUID();
    const details = this.#sealed(id, { filename, mapping: null, skipped: [], unreadable: [] });
    await currentEntityManager().insert(UploadEntity, {
      ...upload,
      ...details,
      organizationId: currentOrganizationId(),
      id,
      origin,
      sizeBytes: String(upload.sizeBytes),
      transactionsCount: 0,
      confirmedAt: origin === 'request' ? new Date() : null,
    });
    return id;
  }

  async noteReading(
    id: string,
    filename: string,
    reading: UploadReading,
    correction: MappingCorrection | null,
  ): Promise<void> {
    const { mapping, skipped, transactionsCount, unreadable } = reading;
    await this.#update(id, {
      ...this.#sealed(id, { filename, mapping, skipped, unreadable, correction }),
      layoutName: mapping.layout_name,
      skippedCount: skipped.length,
      transactionsCount,
    });
  }

  async noteCount(id: string, transactionsCount: number): Promise<void> {
    await this.#update(id, { transactionsCount });
  }

  /** From here on its rows are written. */
  async noteConfirmed(id: string): Promise<void> {
    await this.#update(id, { confirmedAt: new Date() });
  }

  /** Previews nobody came back to. @returns how many there were. */
  async removeOldPreviews(): Promise<number> {
    const [, removed] = await currentEntityManager().query<[unknown, number]>(
      `DELETE FROM uploads WHERE organization_id = $1 AND confirmed_at IS NULL AND origin = 'file'
         AND created_at < now() - interval '${PREVIEW_HOURS} hours'`,
      [currentOrganizationId()],
    );
    return removed;
  }

  /** A file of the organization, or null. */
  async findFile(id: string): Promise<StoredUpload | null> {
    const organizationId = currentOrganizationId();
    return this.#opened(
      await currentEntityManager().findOneBy(UploadEntity, { organizationId, id, origin: 'file' }),
    );
  }

  /** The same, and it stays as it is until the transaction ends: `share` for who reads it, `change` for who changes it. */
  async holdFile(id: string, purpose: 'share' | 'change'): Promise<StoredUpload | null> {
    const organizationId = currentOrganizationId();
    return this.#opened(
      await currentEntityManager().findOne(UploadEntity, {
        where: { organizationId, id, origin: 'file' },
        lock: { mode: purpose === 'share' ? 'pessimistic_read' : 'pessimistic_write' },
      }),
    );
  }

  /** Files whose rows are written, the newest first. */
  async listFiles(limit: number): Promise<UploadInList[]> {
    const rows = await currentEntityManager().query<ListedRow[]>(
      `SELECT id, side, details, key_id AS "keyId", created_at AS "createdAt", layout_name AS "layoutName",
              transactions_count AS "transactionsCount", skipped_count AS "skippedCount"
       FROM uploads WHERE organization_id = $1 AND origin = 'file' AND confirmed_at IS NOT NULL
       ORDER BY created_at DESC, id LIMIT $2`,
      [currentOrganizationId(), limit],
    );
    return rows.map((row) => {
      const { details: _sealed, keyId: _key, ...upload } = row;
      return { ...upload, filename: this.#open(row).filename };
    });
  }

  async unreadableRows(id: string): Promise<UnreadableRow[]> {
    const organizationId = currentOrganizationId();
    const row = await currentEntityManager().findOneByOrFail(UploadEntity, { organizationId, id });
    return this.#open(row).unreadable;
  }

  async #update(id: string, changes: Partial<UploadEntity>): Promise<void> {
    await currentEntityManager().update(
      UploadEntity,
      { organizationId: currentOrganizationId(), id },
      changes,
    );
  }

  /** A file always has its mapping: it is written in the transaction that made the row. */
  #opened(row: UploadEntity | null): StoredUpload | null {
    if (!row) return null;
    const { confirmedAt, createdAt, id, side, transactionsCount } = row;
    const { correction = null, mapping, ...details } = this.#open(row);
    return { id, side, createdAt, confirmedAt, transactionsCount, ...details, correction, mapping: mapping! };
  }

  #sealed(id: string, details: Details): Pick<UploadEntity, 'details' | 'keyId'> {
    const place = placeOf(currentOrganizationId(), id);
    return { details: this.seal.sealJson(place, details), keyId: this.seal.keyId };
  }

  #open({ details, id, keyId }: Pick<UploadEntity, 'id' | 'details' | 'keyId'>): Details {
    return this.seal.openJson<Details>(placeOf(currentOrganizationId(), id), { keyId, token: details });
  }
}
