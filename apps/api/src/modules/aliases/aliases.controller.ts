// GET and POST /aliases, DELETE /aliases/{alias_id}: the alias book.
import { AddAliasRequestWire } from '@medspasync/schemas';
import {
  Body,
  Delete,
  Extension,
  Get,
  Middlewares,
  Path,
  Post,
  Query,
  Request,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from '@tsoa/runtime';
import type { AddAliasRequest, Alias, Aliases } from '../../generated/wire.ts';
import { type AuthenticatedRequest, body, idempotent, type Uuid } from '../../platform/http/index.ts';
import type { AliasesService } from './aliases.service.ts';

@Route('aliases')
@Tags('Aliases')
export class AliasesController {
  constructor(private readonly aliases: AliasesService) {}

  /**
   * Names that are known to belong together, the latest first. Without patient access, everything but the names.
   * @isInt page
   * @minimum page 1
   * @maximum page 1000000
   * @isInt limit
   * @minimum limit 1
   * @maximum limit 200
   */
  @Get()
  @Security('caller', ['aliases:read'])
  async listAliases(
    @Request() request: AuthenticatedRequest,
    @Query() page = 1,
    @Query() limit = 50,
  ): Promise<Aliases> {
    return this.aliases.page(request.user, page, limit);
  }

  /** Says that two names are one patient's, or of one household. Jobs started from now on know it. */
  @Post()
  @Security('caller', ['aliases:manage'])
  @Extension('x-idempotent', true)
  @Middlewares(body(AddAliasRequestWire), idempotent)
  @SuccessResponse(201, 'Created')
  async addAlias(@Request() request: AuthenticatedRequest, @Body() alias: AddAliasRequest): Promise<Alias> {
    return this.aliases.add(request.user, alias);
  }

  /** Takes a pair of names out of the book; it stays on record. Results of earlier jobs stay as they are. */
  @Delete('{alias_id}')
  @Security('caller', ['aliases:manage'])
  @SuccessResponse(204, 'Removed')
  async removeAlias(@Request() request: AuthenticatedRequest, @Path() alias_id: Uuid): Promise<void> {
    await this.aliases.remove(request.user, alias_id);
  }
}
