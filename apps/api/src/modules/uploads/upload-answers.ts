// What is said about an upload's rows: lists that are made in the thread a piece at a time, while they are sent.
import type { WithinOrganization } from '../../platform/database/index.ts';
import type { Caller } from '../../platform/identity/index.ts';
import { JsonEntries } from '../../platform/json-entries.ts';
import { pagesOf } from '../../platform/pages.ts';
import type { WorkSession } from '../../platform/work-thread/index.ts';
import type { AnswerPiece } from './entries-on-disk.ts';
import type { FileDesk, FileReading } from './file-desk.ts';
import type { StoredUpload, UploadInFull } from './upload.ts';
import type { UploadRowsRepository } from './upload-rows.repository.ts';

/** The session that reads a request's file; it lasts until the request is answered. */
export type FileSession = WorkSession<FileDesk>;

export class UploadAnswers {
  constructor(
    private readonly rows: UploadRowsRepository,
    private readonly withinOrganization: WithinOrganization,
  ) {}

  async ofWritten(caller: Caller, upload: StoredUpload, desk: FileSession): Promise<UploadInFull> {
    const { organizationId } = caller;
    const totals = await this.withinOrganization(organizationId, () => this.rows.totals(upload.id));
    return {
      upload,
      ...totals,
      rows: this.#pieces(caller, (after) => desk.call('writtenRowsAfter', upload.id, after)),
      transactions: this.#transactions(caller, upload, desk),
    };
  }

  /** Of a file whose rows were just written. */
  ofImported(
    caller: Caller,
    upload: StoredUpload,
    { recognized, totalCents }: FileReading,
    desk: FileSession,
  ): UploadInFull {
    const transactions = this.#transactions(caller, upload, desk);
    return { upload, recognized, totalCents, rows: rowsRead(desk), transactions };
  }

  #transactions(caller: Caller, { id }: StoredUpload, desk: FileSession): AsyncGenerator<JsonEntries> {
    return this.#pieces(caller, (after) => desk.call('transactionsAfter', id, after));
  }

  /** All of a list of the database in its order. */
  async *#pieces(
    { organizationId }: Caller,
    pieceAfter: (position: number) => Promise<AnswerPiece[]>,
  ): AsyncGenerator<JsonEntries> {
    const pages = pagesOf((position) => this.withinOrganization(organizationId, () => pieceAfter(position)));
    for await (const pieces of pages) yield* entriesIn(pieces);
  }
}

export const previewOf = (
  upload: StoredUpload,
  { recognized, totalCents, transactions }: Awaited<ReturnType<FileDesk['preview']>>,
  desk: FileSession,
): UploadInFull => ({ upload, recognized, totalCents, rows: rowsRead(desk), transactions });

async function* rowsRead(desk: FileSession): AsyncGenerator<JsonEntries> {
  for await (const pieces of pagesOf((after) => desk.call('readRowsAfter', after))) yield* entriesIn(pieces);
}

const entriesIn = (pieces: readonly AnswerPiece[]): JsonEntries[] =>
  pieces.map(({ json }) => new JsonEntries(json));
