// GET /audit, /audit/verify, /audit/export.
import { DEFAULT_AUDIT_LIMIT } from '@medspasync/schemas';
import { Controller, Get, Middlewares, Query, Request, Route, Security, Tags } from '@tsoa/runtime';
import type { AuditEvents, AuditProof, AuditVerification } from '../../generated/wire.ts';
import { type AuthenticatedRequest, rateLimited, type Uuid } from '../../platform/http/index.ts';
import type { AuditService } from './audit.service.ts';

@Route('audit')
@Tags('Audit')
export class AuditController extends Controller {
  constructor(private readonly audit: AuditService) {
    super();
  }

  /**
   * What happened, the newest first.
   * @isInt page
   * @minimum page 1
   * @maximum page 1000000
   * @isInt limit
   * @minimum limit 1
   * @maximum limit 200
   * @maxLength action 50
   * @maxLength subject_id 100
   * @param user_id who did it
   * @param subject_id what it was done to
   * @isDateTime from
   * @isDateTime until
   * @param from ISO 8601, included
   * @param until ISO 8601, not included
   */
  @Get()
  @Security('caller', ['audit:read'])
  async listAuditEvents(
    @Request() request: AuthenticatedRequest,
    @Query() page = 1,
    @Query() limit = DEFAULT_AUDIT_LIMIT,
    @Query() action?: string,
    @Query() user_id?: Uuid,
    @Query() subject_id?: string,
    @Query() from?: Date,
    @Query() until?: Date,
  ): Promise<AuditEvents> {
    const filter = {
      action,
      userId: user_id,
      subjectId: subject_id,
      from: from?.toISOString(),
      until: until?.toISOString(),
    };
    const { events, totalEvents } = await this.audit.list(request.user, filter, page, limit);
    return { events, page, limit, total_events: totalEvents };
  }

  /** Goes through the whole log: whether anything was changed, removed, moved or added from outside. */
  @Get('verify')
  @Security('caller', ['audit:read'])
  @Middlewares(rateLimited('audit'))
  async verifyAudit(@Request() request: AuthenticatedRequest): Promise<AuditVerification> {
    return this.audit.verify(request.user);
  }

  /**
   * Consecutive events with their proof, for `npm run audit:verify -- --proof FILE`.
   * @isInt from_seq
   * @minimum from_seq 1
   * @maximum from_seq 2000000000
   * @isInt limit
   * @minimum limit 1
   * @maximum limit 10000
   */
  @Get('export')
  @Security('caller', ['audit:read'])
  @Middlewares(rateLimited('audit'))
  async exportAudit(
    @Request() request: AuthenticatedRequest,
    @Query() from_seq = 1,
    @Query() limit = 1000,
  ): Promise<AuditProof> {
    const last = from_seq + limit - 1;
    this.setHeader('Content-Disposition', `attachment; filename="audit-${from_seq}-${last}.json"`);
    return this.audit.export(request.user, from_seq, limit);
  }
}
