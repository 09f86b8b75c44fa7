// The part of the composition root that puts figures of the system, the model and the jobs together.
import { AnalyticsController, AnalyticsRepository, AnalyticsService } from './modules/analytics/index.ts';
import type { HealthService } from './modules/health/index.ts';
import type { ModelsService } from './modules/models/index.ts';
import type { Platform } from './platform/platform.ts';

export function createAnalytics(
  { database }: Platform,
  { health, models }: { health: HealthService; models: ModelsService },
): { controllers: readonly [object, () => object][] } {
  const analytics = new AnalyticsService({
    figures: new AnalyticsRepository(),
    withinOrganization: database.withinOrganization,
    system: () => health.systemStatus(),
    model: async (organizationId) => ({
      ...(await models.metrics(organizationId)),
      version: (await models.info(organizationId)).version,
    }),
  });
  return { controllers: [[AnalyticsController, () => new AnalyticsController(analytics)]] };
}
