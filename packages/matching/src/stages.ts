// The stages and the plan one by one, for training and evaluation: whoever makes a model compares as the engine does.
export { block } from './block/block.ts';
export { compare, featureMatrix } from './compare/compare.ts';
export { meaningSimilarity } from './compare/meaning-similarity.ts';
export type { Candidates, Compared, Comparison, Feature, Records } from './domain.ts';
export { pairFindings } from './explain/reason-codes.ts';
export { evaluatorOf } from './meaning/service-encoder.ts';
export { understandNow } from './meaning/understand.ts';
export { BUCKETS, bucketsOf, MOST_BUCKETS, wordingOf } from './meaning/wording-buckets.ts';
export { normalise } from './normalise/normalise.ts';
export { parseService } from './normalise/parse-service.ts';
export { assertEncoderFits, assertModelFits } from './plans/model-fits-plan.ts';
export { featureNamesOf, type Plan } from './plans/plan.ts';
export { rewardsToPos } from './plans/rewards-to-pos.ts';
export { DRIFT_BINS, type DriftReference, driftBin, driftCounts, stabilityIndex } from './score/drift.ts';
export { RIVAL_FEATURES, type RivalFeature, rivalFeatures } from './score/rivals.ts';
export { score } from './score/score.ts';
export type { EncoderManifest, ServiceEncoder } from './score/scorer.ts';
