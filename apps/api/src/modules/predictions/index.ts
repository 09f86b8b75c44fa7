export { PredictionTimings } from './prediction-timings.ts';
export { PredictionsController } from './predictions.controller.ts';
export { PredictionsService } from './predictions.service.ts';
