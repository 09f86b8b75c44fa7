// POST /export.
import { ExportRequestWire } from '@medspasync/schemas';
import { Body, Middlewares, Post, Request, Route, Security, SuccessResponse, Tags } from '@tsoa/runtime';
import type { ExportRequest } from '../../generated/wire.ts';
import { type AuthenticatedRequest, body, sendFile } from '../../platform/http/index.ts';
import type { ExportsService } from './exports.service.ts';

@Route('export')
@Tags('Exports')
export class ExportsController {
  constructor(private readonly exports: ExportsService) {}

  /** A completed job's results as a file, with people's decisions applied; without patient access, in words that name nobody. */
  @Post()
  @Security('caller', ['exports:outline'])
  @Middlewares(body(ExportRequestWire))
  @SuccessResponse(200, 'The file')
  async exportResults(
    @Request() request: AuthenticatedRequest,
    @Body() wanted: ExportRequest,
  ): Promise<void> {
    const file = await this.exports.open(request.user, wanted);
    await sendFile(request.res!, file);
  }
}
