// Which features an organization has, and who may say so.
import {
  type ChangeFeaturesRequestWire,
  FEATURE_NAMES,
  FEATURES,
  type Feature,
  type FeatureWire,
} from '@medspasync/schemas';
import type { WithinOrganization } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/errors/index.ts';
import type { Caller } from '../../platform/identity/index.ts';
import type { AuditTrail } from '../audit/index.ts';
import { type FeatureOverrides, featureSwitches } from './feature-switches.ts';
import type { FeaturesRepository } from './features.repository.ts';

export class FeaturesService {
  constructor(
    private readonly features: FeaturesRepository,
    private readonly withinOrganization: WithinOrganization,
    private readonly audit: AuditTrail,
  ) {}

  /** All that are declared, in that order. */
  async list({ organizationId }: Caller): Promise<FeatureWire[]> {
    return toWire(await this.withinOrganization(organizationId, () => this.features.overrides()));
  }

  /** What is not named stays; null goes back to the default. */
  async change(caller: Caller, request: ChangeFeaturesRequestWire): Promise<FeatureWire[]> {
    return this.withinOrganization(caller.organizationId, async () => {
      const changes = FEATURE_NAMES.flatMap((name) => {
        const isOn = request[name];
        return isOn === undefined ? [] : [[name, isOn] as const];
      });
      for (const [name, isOn] of changes)
        await (isOn === null ? this.features.forget(name) : this.features.override(name, isOn));
      if (changes.length > 0)
        this.audit.record(caller, { action: 'setting.changed', detail: Object.fromEntries(changes) });
      return toWire(await this.features.overrides());
    });
  }

  /** @throws Refusal `feature.off`. */
  async require({ organizationId }: Pick<Caller, 'organizationId'>, name: Feature): Promise<void> {
    const overrides = await this.withinOrganization(organizationId, () => this.features.overrides());
    if (!featureSwitches(overrides)[name])
      throw new Refusal('feature.off', { detail: `${name} is turned off for your organization.` });
  }
}

function toWire(overrides: FeatureOverrides): FeatureWire[] {
  const switches = featureSwitches(overrides);
  return FEATURE_NAMES.map((name) => ({
    name,
    description: FEATURES[name].description,
    is_on: switches[name],
    is_on_by_default: FEATURES[name].isOnByDefault,
    is_overridden: overrides[name] !== undefined,
  }));
}
