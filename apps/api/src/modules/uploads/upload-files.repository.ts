// The files themselves, kept in sealed pieces so that neither storing nor reading one holds it in memory.
import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PatientSeal, Place, Sealed } from '../../platform/crypto/index.ts';
import { currentOrganizationId, currentStatements } from '../../platform/database/organization-scope.ts';

/** Some milliseconds of encryption. */
const CHUNK_BYTES = 262_144;

const INSERT = `
  INSERT INTO upload_chunks (organization_id, upload_id, position, id, key_id, content)
  VALUES ($1, $2, $3, $4, $5, $6)`;

const SELECT = `
  SELECT id, key_id AS "keyId", content AS token FROM upload_chunks
  WHERE organization_id = $1 AND upload_id = $2 AND position = $3`;

const placeOf = (organizationId: string, rowId: string): Place => ({
  organizationId,
  table: 'upload_chunks',
  rowId,
  column: 'content',
});

export class UploadFilesRepository {
  constructor(private readonly seal: PatientSeal) {}

  /** Stores the file at `path`. */
  async store(uploadId: string, path: string): Promise<void> {
    const organizationId = currentOrganizationId();
    let position = 0;
    for await (const content of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
      const id = randomUUID();
      const token = this.seal.seal(placeOf(organizationId, id), content);
      const parameters = [organizationId, uploadId, position, id, this.seal.keyId, token];
      await currentStatements().query(INSERT, parameters);
      position += 1;
    }
  }

  /** Writes the stored file to `path`, for this user's eyes only. */
  async restore(uploadId: string, path: string): Promise<void> {
    const chunks = Readable.from(this.#chunksOf(uploadId), { objectMode: false });
    await pipeline(chunks, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  }

  async *#chunksOf(uploadId: string): AsyncGenerator<Buffer> {
    const organizationId = currentOrganizationId();
    for (let position = 0; ; position += 1) {
      const parameters = [organizationId, uploadId, position];
      const [chunk] = await currentStatements().query<(Sealed & { id: string })[]>(SELECT, parameters);
      if (!chunk) return;
      yield this.seal.open(placeOf(organizationId, chunk.id), chunk);
    }
  }
}
