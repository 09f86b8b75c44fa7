// The stages and the plan one by one, for training and evaluation: whoever makes a model compares as the engine does.
export { block } from './block/block.ts';
export { compare, featureMatrix } from './compare/compare.ts';
export type { Candidates, Compared, Comparison, Feature, Records } from './domain.ts';
export { normalise } from './normalise/normalise.ts';
export { assertModelFits } from './plans/model-fits-plan.ts';
export { featureNamesOf, type Plan } from './plans/plan.ts';
export { rewardsToPos } from './plans/rewards-to-pos.ts';
export { RIVAL_FEATURES, type RivalFeature, rivalFeatures } from './score/rivals.ts';
export { score } from './score/score.ts';
