// The files themselves, kept in pieces so that neither storing nor reading one holds it in memory.
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { currentEntityManager, currentOrganizationId } from '../../platform/database/index.ts';

const CHUNK_BYTES = 1_048_576;

export class UploadFilesRepository {
  /** Stores the file at `path`. @returns its SHA-256. */
  async store(uploadId: string, path: string): Promise<Buffer> {
    const hash = createHash('sha256');
    let position = 0;
    for await (const content of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
      hash.update(content);
      await currentEntityManager().query(
        'INSERT INTO upload_chunks (organization_id, upload_id, position, content) VALUES ($1, $2, $3, $4)',
        [currentOrganizationId(), uploadId, position, content],
      );
      position += 1;
    }
    return hash.digest();
  }

  /** Writes the stored file to `path`, for this user's eyes only. */
  async restore(uploadId: string, path: string): Promise<void> {
    const chunks = Readable.from(chunksOf(uploadId), { objectMode: false });
    await pipeline(chunks, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  }
}

async function* chunksOf(uploadId: string): AsyncGenerator<Buffer> {
  for (let position = 0; ; position += 1) {
    const [chunk] = await currentEntityManager().query<{ content: Buffer }[]>(
      'SELECT content FROM upload_chunks WHERE organization_id = $1 AND upload_id = $2 AND position = $3',
      [currentOrganizationId(), uploadId, position],
    );
    if (!chunk) return;
    yield chunk.content;
  }
}
