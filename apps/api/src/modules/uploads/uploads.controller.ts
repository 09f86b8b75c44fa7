// POST /upload/reward-transactions, /upload/pos-transactions, /upload/reimbursements, PUT /uploads/{upload_id}/mapping, POST …/confirm,
// GET /uploads.
import {
  dollarsOf,
  fromWire,
  hasAmountColumn,
  type Program,
  type UploadKind,
  UploadMappingRequestWire,
} from '@medspasync/schemas';
import {
  Body,
  Extension,
  Get,
  Middlewares,
  Path,
  Post,
  Put,
  Query,
  Request,
  Route,
  Security,
  SuccessResponse,
  Tags,
  UploadedFile,
} from '@tsoa/runtime';
import type { UploadList, UploadMappingRequest, UploadResponse } from '../../generated/wire.ts';
import {
  type AuthenticatedRequest,
  body,
  digestOfFile,
  doneOnce,
  rateLimited,
  sendJson,
  takesFile,
  type Uuid,
  untilAnswered,
} from '../../platform/http/index.ts';
import type { StoredUpload, UploadInFull } from './upload.ts';
import type { UploadsService } from './uploads.service.ts';

@Route()
@Tags('Uploads')
export class UploadsController {
  constructor(private readonly uploads: UploadsService) {}

  /**
   * Reads a loyalty program's file of redemptions, CSV or XLSX of any known layout. Every transaction comes back, as
   * /reconcile/start takes them; the answer is streamed, so there is no limit but the file's own. Above 100,000 rows,
   * start the job with the upload's id instead. A file whose amounts could not be found is kept with its mapping and no
   * transactions: `message` says so, and PUT /uploads/{upload_id}/mapping reads it.
   *
   * Rows are recognized: by the vendor's id, invoice and item, or code, else by all they say. What the organization holds
   * already is not stored again, and what has changed replaces its older version, which is kept.
   *
   * So many files are taken at once: more of one organization are a 429, more of all a 503, both with `Retry-After`.
   * @param preview `true`: tell what is new, the same and changed, and write no row until POST
   *   /uploads/{upload_id}/confirm
   */
  @Post('upload/reward-transactions')
  @Security('caller', ['uploads:create'])
  @Extension('x-idempotent', true)
  @Middlewares(takesFile, rateLimited('upload'))
  async uploadRewardTransactions(
    @Request() request: AuthenticatedRequest,
    @UploadedFile() file: Express.Multer.File,
    @Query() preview = false,
  ): Promise<UploadResponse> {
    return this.receive(request, 'reward', file, preview);
  }

  /**
   * Reads a POS or EMR export, likewise.
   * @param preview `true`: write no row until POST /uploads/{upload_id}/confirm
   */
  @Post('upload/pos-transactions')
  @Security('caller', ['uploads:create'])
  @Extension('x-idempotent', true)
  @Middlewares(takesFile, rateLimited('upload'))
  async uploadPosTransactions(
    @Request() request: AuthenticatedRequest,
    @UploadedFile() file: Express.Multer.File,
    @Query() preview = false,
  ): Promise<UploadResponse> {
    return this.receive(request, 'pos', file, preview);
  }

  /**
   * Reads a manufacturer's remittance, likewise: one row per payment. POST /reimbursements/settlements settles it.
   * @param preview `true`: write no row until POST /uploads/{upload_id}/confirm
   * @param program of rows that name none
   */
  @Post('upload/reimbursements')
  @Security('caller', ['uploads:create'])
  @Extension('x-idempotent', true)
  @Middlewares(takesFile, rateLimited('upload'))
  async uploadReimbursements(
    @Request() request: AuthenticatedRequest,
    @UploadedFile() file: Express.Multer.File,
    @Query() preview = false,
    @Query() program?: 'alle' | 'aspire' | 'evolus' | 'xperience' | 'other',
  ): Promise<UploadResponse> {
    return this.receive(request, 'reimbursement', file, preview, program);
  }

  /**
   * Reads the stored file again with a person's correction of which column is what. 409 `upload.in_use` once a job has used
   * it, payments of it were settled, or a later upload stands for its rows; 409 `period.closed`, naming the month, where
   * rows of a closed one would be taken away, added or changed. A preview has no rows yet, and can always be read anew.
   * It counts among the files that are taken at once, as POST /uploads/{upload_id}/confirm does.
   */
  @Put('uploads/{upload_id}/mapping')
  @Security('caller', ['uploads:create'])
  @Extension('x-reads-file', true)
  @Middlewares(body(UploadMappingRequestWire))
  async correctMapping(
    @Request() request: AuthenticatedRequest,
    @Path() upload_id: Uuid,
    @Body() correction: UploadMappingRequest,
  ): Promise<UploadResponse> {
    const until = untilAnswered(request);
    const upload = await this.uploads.inTurn(until, () =>
      this.uploads.correctMapping(request.user, upload_id, fromWire(correction), until),
    );
    return this.send(request, upload);
  }

  /**
   * Writes the rows of a preview, recognized anew. Confirmed is confirmed: a second time changes nothing. 409 `period.closed`
   * where rows would be new or changed in a closed month.
   */
  @Post('uploads/{upload_id}/confirm')
  @Security('caller', ['uploads:create'])
  @Extension('x-reads-file', true)
  @Extension('x-idempotent', true)
  @SuccessResponse(200)
  async confirmUpload(
    @Request() request: AuthenticatedRequest,
    @Path() upload_id: Uuid,
  ): Promise<UploadResponse> {
    const until = untilAnswered(request);
    const upload = await this.uploads.inTurn(until, () =>
      doneOnce(request, {
        sent: async () => upload_id,
        work: () => this.uploads.confirm(request.user, upload_id, until),
        idOf: (confirmed) => confirmed.upload.id,
        again: (id) => this.uploads.find(request.user, id, until),
      }),
    );
    return this.send(request, upload);
  }

  /**
   * The organization's files, newest first; previews are not among them.
   * @isInt limit
   * @minimum limit 1
   * @maximum limit 500
   */
  @Get('uploads')
  @Security('caller', ['uploads:read'])
  async listUploads(@Request() request: AuthenticatedRequest, @Query() limit = 50): Promise<UploadList> {
    const uploads = await this.uploads.list(request.user, limit);
    return {
      uploads: uploads.map((upload) => ({
        upload_id: upload.id,
        side: upload.side,
        filename: upload.filename,
        layout_name: upload.layoutName,
        transactions_count: upload.transactionsCount,
        skipped_count: upload.skippedCount,
        created_at: upload.createdAt.toISOString(),
      })),
      total_returned: uploads.length,
    };
  }

  /** One file as its upload answered. */
  @Get('uploads/{upload_id}')
  @Security('caller', ['uploads:read'])
  async getUpload(
    @Request() request: AuthenticatedRequest,
    @Path() upload_id: Uuid,
  ): Promise<UploadResponse> {
    return this.send(request, await this.uploads.find(request.user, upload_id, untilAnswered(request)));
  }

  private async receive(
    request: AuthenticatedRequest,
    side: UploadKind,
    { originalname, path, size }: Express.Multer.File,
    preview: boolean,
    program?: Program,
  ): Promise<UploadResponse> {
    const file = { path, filename: originalname, sizeBytes: size };
    const until = untilAnswered(request);
    const upload = await this.uploads.inTurn(until, () =>
      doneOnce(request, {
        sent: async () =>
          JSON.stringify([await digestOfFile(path), originalname, preview, ...(program ? [program] : [])]),
        work: () => this.uploads.receive(request.user, side, file, { preview, program }, until),
        idOf: (received) => received.upload.id,
        again: (id) => this.uploads.find(request.user, id, until),
      }),
    );
    return this.send(request, upload);
  }

  private send(
    request: AuthenticatedRequest,
    { recognized, rows, totalCents, transactions, upload }: UploadInFull,
  ): Promise<UploadResponse> {
    const { confirmedAt, filename, id, mapping, side, skipped, transactionsCount } = upload;
    return sendJson<UploadResponse>(request.res!, {
      message: messageOf(upload),
      filename,
      upload_id: id,
      side,
      transactions_count: transactionsCount,
      total_amount: dollarsOf(totalCents),
      is_preview: confirmedAt === null,
      recognized,
      rows,
      transactions,
      mapping,
      skipped,
    });
  }
}

function messageOf({ mapping, skipped, transactionsCount }: StoredUpload): string {
  if (!hasAmountColumn(mapping)) return 'Choose the column that holds the amount.';
  const read = `${transactionsCount} transactions read`;
  return skipped.length === 0 ? `${read}.` : `${read}, ${skipped.length} rows skipped.`;
}
