// Rows of uploads, inside the organization of the open transaction.
import { randomUUID } from 'node:crypto';
import { currentEntityManager, currentOrganizationId } from '../../platform/database/index.ts';
import { UploadEntity } from './upload.entity.ts';
import type { NewUpload, StoredUpload, UploadInList, UploadReading } from './upload.ts';

export class UploadsRepository {
  /** @returns the id of the new upload. */
  async add(origin: 'file' | 'request', upload: NewUpload): Promise<string> {
    const organizationId = currentOrganizationId();
    const id = randomUUID();
    const sizeBytes = String(upload.sizeBytes);
    const row = { ...upload, organizationId, id, origin, sizeBytes, transactionsCount: 0 };
    await currentEntityManager().insert(UploadEntity, row);
    return id;
  }

  async noteReading(id: string, reading: Partial<UploadReading> & { sha256?: Buffer }): Promise<void> {
    await currentEntityManager().update(
      UploadEntity,
      { organizationId: currentOrganizationId(), id },
      // TypeORM's partial type does not know that jsonb is replaced whole.
      reading as object,
    );
  }

  /** A file of the organization, or null. */
  async findFile(id: string): Promise<StoredUpload | null> {
    const organizationId = currentOrganizationId();
    return storedFile(
      await currentEntityManager().findOneBy(UploadEntity, { organizationId, id, origin: 'file' }),
    );
  }

  /** The same, and it stays as it is until the transaction ends: `share` for who reads it, `change` for who changes it. */
  async holdFile(id: string, purpose: 'share' | 'change'): Promise<StoredUpload | null> {
    const organizationId = currentOrganizationId();
    return storedFile(
      await currentEntityManager().findOne(UploadEntity, {
        where: { organizationId, id, origin: 'file' },
        lock: { mode: purpose === 'share' ? 'pessimistic_read' : 'pessimistic_write' },
      }),
    );
  }

  /** Files, the newest first. */
  async listFiles(limit: number): Promise<UploadInList[]> {
    return currentEntityManager().query<UploadInList[]>(
      `SELECT id, side, filename, created_at AS "createdAt", transactions_count AS "transactionsCount",
              mapping->>'layout_name' AS "layoutName", jsonb_array_length(skipped) AS "skippedCount"
       FROM uploads WHERE organization_id = $1 AND origin = 'file'
       ORDER BY created_at DESC, id LIMIT $2`,
      [currentOrganizationId(), limit],
    );
  }
}

/** A file always has its mapping: it is written in the transaction that made the row. */
const storedFile = (row: UploadEntity | null): StoredUpload | null =>
  row && { ...row, mapping: row.mapping! };
