export { type FeatureOverrides, featureSwitches } from './feature-switches.ts';
export { FeaturesController } from './features.controller.ts';
export { FeaturesRepository } from './features.repository.ts';
export { FeaturesService } from './features.service.ts';
