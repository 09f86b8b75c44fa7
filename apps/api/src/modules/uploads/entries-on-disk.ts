// Entries of an answer that are known while rows are written, and sent once these are committed: kept on disk meanwhile, beside the file
// they come from. Reading them back out of the database would open every seal that was just made.
import { type FileHandle, open, rm } from 'node:fs/promises';
import { JsonEntries } from '../../platform/json-entries.ts';

/** A piece of a list in an answer, for `JsonEntries`. */
export interface AnswerPiece {
  /** Of its last entry. */
  position: number;
  json: Uint8Array;
}

interface PieceOnDisk {
  /** Of its last entry. */
  position: number;
  /** Where it lies in the file. */
  start: number;
  bytes: number;
}

/** A megabyte, where a piece is a batch of rows. */
const PIECES_AT_ONCE = 4;

export class EntriesOnDisk {
  readonly #file: FileHandle;
  readonly #pieces: PieceOnDisk[] = [];
  #bytes = 0;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  /**
   * Beside `path`, for this user's eyes only. The file has no name once it is open, so that it is gone however this process ends.
   * @param until when nobody asks for them any more.
   */
  static async beside(path: string, until: AbortSignal): Promise<EntriesOnDisk> {
    const name = `${path}.answer`;
    const file = await open(name, 'wx+', 0o600);
    await rm(name);
    const close = (): void => void file.close();
    if (until.aborted) close();
    else until.addEventListener('abort', close, { once: true });
    until.throwIfAborted();
    return new EntriesOnDisk(file);
  }

  /** @param entries at least one. @param position of the last of them. */
  async add(entries: readonly unknown[], position: number): Promise<void> {
    const json = JsonEntries.of(entries);
    await this.#file.appendFile(json);
    this.#pieces.push({ position, start: this.#bytes, bytes: json.length });
    this.#bytes += json.length;
  }

  /** The next ones after `position`, as they were added; none means the end. */
  async after(position: number): Promise<AnswerPiece[]> {
    const next = this.#pieces.findIndex((piece) => piece.position > position);
    const pieces = next < 0 ? [] : this.#pieces.slice(next, next + PIECES_AT_ONCE);
    return Promise.all(
      pieces.map(async ({ bytes, position: last, start }) => {
        const json = new Uint8Array(bytes);
        await this.#file.read(json, 0, bytes, start);
        return { position: last, json };
      }),
    );
  }
}
