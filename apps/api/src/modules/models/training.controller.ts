// POST /model/train; GET /model/versions, POST /model/versions/{version}/promote.
import { TrainRequestWire } from '@medspasync/schemas';
import {
  Body,
  Extension,
  Get,
  Middlewares,
  Path,
  Post,
  Request,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from '@tsoa/runtime';
import type { ModelVersions, TrainRequest, TrainResponse } from '../../generated/wire.ts';
import {
  type AuthenticatedRequest,
  body,
  idempotent,
  inFull,
  rateLimited,
  writtenOnce,
} from '../../platform/http/index.ts';
import { unusableTrainingData } from './training/unusable-training-data.ts';
import type { TrainingService } from './training.service.ts';

@Route('model')
@Tags('Model')
export class TrainingController {
  constructor(private readonly training: TrainingService) {}

  /**
   * Teaches the organization's model labelled pairs, or the decisions its people made. The model in use is adapted, not
   * replaced: how far depends on how many pairs there are. Every figure is cross-validated. Other organizations never see it.
   */
  @Post('train')
  @Extension('x-takes-books', true)
  @Security('caller', ['models:train'])
  @Extension('x-idempotent', true)
  @Middlewares(rateLimited('train'), body(TrainRequestWire, unusableTrainingData))
  @SuccessResponse(200)
  async trainModel(
    @Request() request: AuthenticatedRequest,
    @Body() wanted: TrainRequest,
  ): Promise<TrainResponse> {
    const all = inFull(request, wanted);
    return writtenOnce(request, (writeOnce) => this.training.train(request.user, all, writeOnce));
  }

  /** The models this organization has taught, the latest first, and the one the release ships with. */
  @Get('versions')
  @Security('caller', ['models:read'])
  async listModelVersions(@Request() request: AuthenticatedRequest): Promise<ModelVersions> {
    return this.training.versions(request.user);
  }

  /** Puts a version to work; an older one, to go back to it. */
  @Post('versions/{version}/promote')
  @Security('caller', ['models:train'])
  @Extension('x-idempotent', true)
  @Middlewares(idempotent)
  @SuccessResponse(200)
  async promoteModel(
    @Request() request: AuthenticatedRequest,
    @Path() version: string,
  ): Promise<ModelVersions> {
    return this.training.promote(request.user, version);
  }
}
