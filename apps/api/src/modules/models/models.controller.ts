// GET /model/info and /model/metrics.
import { Get, Request, Route, Security, Tags } from '@tsoa/runtime';
import type { ModelInfo, ModelMetrics } from '../../generated/wire.ts';
import type { AuthenticatedRequest } from '../../platform/http/index.ts';
import type { ModelsService } from './models.service.ts';

@Route('model')
@Tags('Model')
@Security('caller', ['models:read'])
export class ModelsController {
  constructor(private readonly models: ModelsService) {}

  /** What scores: kind, version, inputs, when and on how much it was trained. */
  @Get('info')
  async getModelInfo(@Request() request: AuthenticatedRequest): Promise<ModelInfo> {
    return this.models.info(request.user.organizationId);
  }

  /** Quality on pairs training never saw; decisions of this organization; time per pair in this process. */
  @Get('metrics')
  async getModelMetrics(@Request() request: AuthenticatedRequest): Promise<ModelMetrics> {
    return this.models.metrics(request.user.organizationId);
  }
}
