// How good the model is, as gauges: what the shipped one was measured to do, and what people make of its proposals over
// all organizations. Counted every ten minutes: decisions of everybody are a query per organization.
import type { ModelQuality } from '@medspasync/matching';
import type { WithinOrganization } from '../../platform/database/index.ts';
import type { Logger } from '../../platform/logging/index.ts';
import type { Metrics } from '../../platform/metrics/index.ts';
import type { ReviewOutcomesRepository } from './review-outcomes.repository.ts';

export interface QualityWatchNeeds {
  /** Undefined without a model. */
  heldOut(): ModelQuality | undefined;
  reviewOutcomes: ReviewOutcomesRepository;
  listOrganizations(): Promise<string[]>;
  withinOrganization: WithinOrganization;
  metrics: Pick<Metrics, 'modelPrecision' | 'modelRecall' | 'accuracy'>;
  logger: Logger;
}

const INTERVAL_MS = 600_000;

export class QualityWatch {
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly needs: QualityWatchNeeds) {}

  /** Once now, then again until `stop`. */
  async start(): Promise<void> {
    await this.look();
    this.#timer = setInterval(() => void this.look(), INTERVAL_MS);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async look(): Promise<void> {
    const { heldOut, listOrganizations, logger, metrics, reviewOutcomes, withinOrganization } = this.needs;
    const measured = heldOut();
    if (measured) {
      metrics.modelPrecision.set({ source: 'held_out' }, measured.precision);
      metrics.modelRecall.set({ source: 'held_out' }, measured.recall);
    }
    try {
      let [reviewed, approved] = [0, 0];
      for (const organizationId of await listOrganizations()) {
        const outcomes = await withinOrganization(organizationId, () => reviewOutcomes.count());
        reviewed += outcomes.reviewed;
        approved += outcomes.approved;
      }
      if (reviewed > 0) metrics.accuracy.set({ source: 'reviews' }, approved / reviewed);
    } catch (error) {
      logger.warn({ err: error }, 'could not count what people decided');
    }
  }
}
