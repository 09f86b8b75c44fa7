// How good the model is, as gauges: what the shipped one was measured to do, and what people make of its proposals and of
// automatic approvals over all organizations. Counted every ten minutes: decisions of everybody are a query per organization.
import type { ModelQuality } from '@medspasync/matching';
import type { WithinOrganization } from '../../platform/database/index.ts';
import type { Logger } from '../../platform/logging/index.ts';
import type { Metrics } from '../../platform/metrics/index.ts';
import { Watch } from '../../platform/watch.ts';
import { versionPrecisionToWire } from './live-precision.ts';
import type { ReviewOutcomesRepository } from './review-outcomes.repository.ts';

export interface QualityWatchNeeds {
  /** The shipped model, and what it was measured to do; undefined without a model. */
  shipped(): { version: string; heldOut: ModelQuality } | undefined;
  reviewOutcomes: ReviewOutcomesRepository;
  listOrganizations(): Promise<string[]>;
  withinOrganization: WithinOrganization;
  metrics: Pick<Metrics, 'modelPrecision' | 'modelPrecisionPairs' | 'modelRecall' | 'accuracy'>;
  logger: Logger;
}

const INTERVAL_MS = 600_000;

export class QualityWatch extends Watch {
  constructor(private readonly needs: QualityWatchNeeds) {
    super({
      intervalMs: INTERVAL_MS,
      failure: 'could not count what people decided',
      logger: needs.logger,
    });
  }

  async look(): Promise<void> {
    const { metrics, shipped } = this.needs;
    const model = shipped();
    if (model) {
      metrics.modelPrecision.set({ source: 'held_out' }, model.heldOut.precision);
      metrics.modelPrecisionPairs.set({ source: 'held_out' }, model.heldOut.pairs);
      metrics.modelRecall.set({ source: 'held_out' }, model.heldOut.recall);
    }
    await this.#count(model?.version);
  }

  async #count(shippedVersion: string | undefined): Promise<void> {
    const { listOrganizations, metrics, reviewOutcomes, withinOrganization } = this.needs;
    const reviews = { right: 0, pairs: 0 };
    const auto = { right: 0, pairs: 0 };
    const ofShipped = { suggestions: { right: 0, pairs: 0 }, auto_approved: { right: 0, pairs: 0 } };
    for (const organizationId of await listOrganizations()) {
      const { outcomes, versions } = await withinOrganization(organizationId, async () => ({
        outcomes: await reviewOutcomes.count(),
        versions: await reviewOutcomes.byVersion(),
      }));
      add(reviews, { right: outcomes.approved, pairs: outcomes.reviewed });
      for (const version of versions.map(versionPrecisionToWire)) {
        add(auto, version.auto_approved);
        if (version.model_version !== shippedVersion) continue;
        add(ofShipped.suggestions, version.suggestions);
        add(ofShipped.auto_approved, version.auto_approved);
      }
    }
    setRatio(metrics.accuracy, 'reviews', reviews);
    setRatio(metrics.accuracy, 'auto_approved', auto);
    for (const source of ['suggestions', 'auto_approved'] as const) {
      setRatio(metrics.modelPrecision, source, ofShipped[source]);
      metrics.modelPrecisionPairs.set({ source }, ofShipped[source].pairs);
    }
  }
}

interface Counted {
  right: number;
  pairs: number;
}

function add(sum: Counted, { right, pairs }: Counted): void {
  sum.right += right;
  sum.pairs += pairs;
}

/** Of nothing there is no share. */
function setRatio(gauge: Metrics['accuracy'], source: string, { right, pairs }: Counted): void {
  if (pairs > 0) gauge.set({ source }, right / pairs);
}
