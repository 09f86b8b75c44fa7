// GET /analytics/performance and /analytics/jobs/{job_id}.
import { Get, Path, Query, Request, Route, Security, Tags } from '@tsoa/runtime';
import type { JobAnalytics, PerformanceAnalytics } from '../../generated/wire.ts';
import type { AuthenticatedRequest, Uuid } from '../../platform/http/index.ts';
import type { AnalyticsService } from './analytics.service.ts';

@Route('analytics')
@Tags('Analytics')
@Security('caller', ['analytics:read'])
export class AnalyticsController {
  constructor(private readonly analytics: AnalyticsService) {}

  /**
   * How the system, the model and the organization's jobs do.
   * @isInt days
   * @minimum days 1
   * @maximum days 366
   */
  @Get('performance')
  async getPerformance(
    @Request() request: AuthenticatedRequest,
    @Query() days = 30,
  ): Promise<PerformanceAnalytics> {
    return this.analytics.performance(request.user, days);
  }

  /** One job looked at closely: how sure, of which program, what was decided, how long it took. */
  @Get('jobs/{job_id}')
  async getJobAnalytics(
    @Request() request: AuthenticatedRequest,
    @Path() job_id: Uuid,
  ): Promise<JobAnalytics> {
    return this.analytics.job(request.user, job_id);
  }
}
