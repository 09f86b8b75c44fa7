// POST /reconcile/start; GET, DELETE /reconcile/jobs…; GET /reconcile/history.
import { StartJobRequestWire } from '@medspasync/schemas';
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
import type {
  ActiveJobs,
  CancelJobResponse,
  Job,
  JobHistory,
  StartJobRequest,
  StartJobResponse,
} from '../../generated/wire.ts';
import {
  type AuthenticatedRequest,
  body,
  defaultThreshold,
  idempotent,
  inFull,
  type Uuid,
  unusableFields,
} from '../../platform/http/index.ts';
import type { DecisionsService } from './decisions/decisions.service.ts';
import type { JobsService } from './running/jobs.service.ts';

@Route('reconcile')
@Tags('Reconciliation')
export class JobsController {
  constructor(
    private readonly jobs: JobsService,
    private readonly decisions: DecisionsService,
  ) {}

  /**
   * Starts a reconciliation of two lists of transactions, or of two uploads. With a `job_id` of the caller's choice, a
   * retry of the same request starts nothing again and gets the same answer; another request under that id is a 409.
   */
  @Post('start')
  @Extension('x-takes-books', true)
  @Security('caller', ['reconciliation:start'])
  @Extension('x-idempotent', true)
  @Middlewares(defaultThreshold, body(StartJobRequestWire, unusableFields), idempotent)
  @SuccessResponse(202, 'Accepted')
  async startJob(
    @Request() request: AuthenticatedRequest,
    @Body() wanted: StartJobRequest,
  ): Promise<StartJobResponse> {
    return this.jobs.start(request.user, inFull(request, wanted));
  }

  /** Jobs that wait or run. */
  @Get('jobs')
  @Security('caller', ['reconciliation:outline'])
  async listActiveJobs(@Request() request: AuthenticatedRequest): Promise<ActiveJobs> {
    const active = await this.jobs.listActive(request.user);
    return { active_jobs: active, total_active: active.length };
  }

  /** One job, as far as it is. */
  @Get('jobs/{job_id}')
  @Security('caller', ['reconciliation:outline'])
  async getJob(@Request() request: AuthenticatedRequest, @Path() job_id: Uuid): Promise<Job> {
    return this.jobs.get(request.user, job_id);
  }

  /** Starts a failed job again, on the same books. */
  @Post('jobs/{job_id}/retry')
  @Security('caller', ['reconciliation:start'])
  @Extension('x-idempotent', true)
  @Middlewares(idempotent)
  @SuccessResponse(202, 'Accepted')
  async retryJob(@Request() request: AuthenticatedRequest, @Path() job_id: Uuid): Promise<StartJobResponse> {
    return this.jobs.retry(request.user, job_id);
  }

  /** Takes back a whole run: every decision about it, and every match it made by itself. All of it waits for a person. */
  @Post('jobs/{job_id}/undo')
  @Security('caller', ['reconciliation:cancel'])
  @Extension('x-idempotent', true)
  @Middlewares(idempotent)
  @SuccessResponse(200)
  async undoJob(@Request() request: AuthenticatedRequest, @Path() job_id: Uuid): Promise<Job> {
    return this.decisions.undoRun(request.user, job_id);
  }

  /** Stops a job between two batches; what it had done is discarded. */
  @Delete('jobs/{job_id}')
  @Security('caller', ['reconciliation:cancel'])
  async cancelJob(
    @Request() request: AuthenticatedRequest,
    @Path() job_id: Uuid,
  ): Promise<CancelJobResponse> {
    await this.jobs.cancel(request.user, job_id);
    return { message: 'The job is cancelled; its partial work is discarded.', job_id };
  }

  /**
   * Jobs of every status, newest first.
   * @isInt limit
   * @minimum limit 1
   * @maximum limit 500
   */
  @Get('history')
  @Security('caller', ['reconciliation:outline'])
  async listHistory(@Request() request: AuthenticatedRequest, @Query() limit = 50): Promise<JobHistory> {
    const jobs = await this.jobs.listRecent(request.user, limit);
    return { jobs, total_returned: jobs.length };
  }
}
