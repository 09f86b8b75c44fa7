// From labelled pairs to a model: trees per comparison, rivals, calibration, ONNX, and the judgement of the result.
export { type BoostingOptions, boost, type FeatureGroup, type LabelledPairs } from './boost.ts';
export { fitCalibration } from './calibrate.ts';
export { type JudgedReward, judgeBooks } from './evaluate-engine.ts';
export { exportOnnx } from './export-onnx.ts';
export { type LabelledBooks, type LabelledCandidates, labelCandidates } from './label-pairs.ts';
export { measureQuality } from './measure-quality.ts';
export { type Judgement, judgeBy, summariseJudgement } from './summarise-judgement.ts';
export { type TrainedModel, trainModel } from './train-model.ts';
export { contributionsOf, logOddsOf, type Tree, type TreeModel } from './trees.ts';
export { packModel, writeModel } from './write-model.ts';
