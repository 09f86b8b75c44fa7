export { AnalyticsController } from './analytics.controller.ts';
export { AnalyticsRepository } from './analytics.repository.ts';
export { AnalyticsService } from './analytics.service.ts';
