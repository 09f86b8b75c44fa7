// POST /predict and /predict/batch.
import { PredictBatchRequestWire, PredictRequestWire } from '@medspasync/schemas';
import {
  Body,
  Extension,
  Middlewares,
  Post,
  Request,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from '@tsoa/runtime';
import type {
  PredictBatchRequest,
  PredictBatchResponse,
  PredictRequest,
  PredictResponse,
} from '../../generated/wire.ts';
import {
  type AuthenticatedRequest,
  body,
  defaultThreshold,
  inFull,
  rateLimited,
  unusableFields,
} from '../../platform/http/index.ts';
import type { PredictionsService } from './predictions.service.ts';
import { unusableBatch } from './unusable-batch.ts';

@Route('predict')
@Tags('Predictions')
@Security('caller', ['predictions:create'])
export class PredictionsController {
  constructor(private readonly predictions: PredictionsService) {}

  /** How likely it is that a reward and a POS row are one redemption; with `include_features`, why. */
  @Post()
  @Middlewares(rateLimited('predict'), defaultThreshold, body(PredictRequestWire, unusableFields))
  @SuccessResponse(200)
  async predict(
    @Request() request: AuthenticatedRequest,
    @Body() asked: PredictRequest,
  ): Promise<PredictResponse> {
    return this.predictions.predict(request.user, asked);
  }

  /** Many pairs at once, each judged by itself. For whole files, where pairs compete, start a job. */
  @Post('batch')
  @Extension('x-takes-books', true)
  @Middlewares(rateLimited('predict'), defaultThreshold, body(PredictBatchRequestWire, unusableBatch))
  @SuccessResponse(200)
  async predictBatch(
    @Request() request: AuthenticatedRequest,
    @Body() asked: PredictBatchRequest,
  ): Promise<PredictBatchResponse> {
    return this.predictions.predictBatch(request.user, inFull(request, asked));
  }
}
