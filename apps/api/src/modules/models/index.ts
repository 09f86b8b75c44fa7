export { CurrentModel } from './current-model.ts';
export { ModelsController } from './models.controller.ts';
export { ModelsService } from './models.service.ts';
export { ReviewOutcomesRepository } from './review-outcomes.repository.ts';
