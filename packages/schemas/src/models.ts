// The model behind the scores: what it is, how well it does, and how an organization teaches its own.
import * as z from 'zod';
import { TransactionWire } from './transaction.ts';

export const ModelInfoWire = z
  .object({
    kind: z.string().meta({ example: 'additive-boosted-trees' }),
    version: z.string(),
    plan: z.string(),
    features: z.array(z.string()),
    comparisons: z.array(z.object({ name: z.string(), label: z.string() })),
    trained_at: z.string(),
    training_size: z.int(),
    sha256: z.string(),
  })
  .meta({ id: 'ModelInfo' });
export type ModelInfoWire = z.infer<typeof ModelInfoWire>;

export const QualityWire = z
  .object({
    precision: z.number(),
    recall: z.number(),
    f1: z.number(),
    auc: z.number(),
    calibration_error: z.number().meta({ description: 'ECE over 15 bins.' }),
    pairs: z.int(),
  })
  .meta({ id: 'Quality' });

export const IntervalWire = z.object({ low: z.number(), high: z.number() }).meta({ id: 'Interval' });

export const LivePrecisionWire = z
  .object({
    pairs: z.int(),
    right: z.int(),
    precision: z.number().nullable().meta({ description: 'Null without a pair.' }),
    interval: IntervalWire.nullable().meta({ description: '95 %, Wilson.' }),
  })
  .meta({ id: 'LivePrecision' });
export type LivePrecisionWire = z.infer<typeof LivePrecisionWire>;

export const VersionPrecisionWire = z
  .object({
    model_version: z.string(),
    suggestions: LivePrecisionWire.meta({
      description: 'Pairs the model sent to a person and somebody decided: right where they approved.',
    }),
    auto_approved: LivePrecisionWire.meta({
      description:
        'Pairs matched without a person: right unless somebody rejected or re-paired them. Nobody looks at all of them, so this is an upper estimate.',
    }),
  })
  .meta({ id: 'VersionPrecision' });
export type VersionPrecisionWire = z.infer<typeof VersionPrecisionWire>;

export const ModelMetricsWire = z
  .object({
    held_out: QualityWire,
    live: z
      .object({
        predictions: z.int(),
        reviewed: z.int(),
        approved: z.int(),
        precision: z.number().nullable(),
        by_version: z.array(VersionPrecisionWire).meta({ description: 'The latest in use first.' }),
      })
      .meta({ description: 'Since the process started; precision from people’s decisions.' }),
    timings: z.object({ p50_ms: z.number().nullable(), p99_ms: z.number().nullable(), samples: z.int() }),
  })
  .meta({ id: 'ModelMetrics' });
export type ModelMetricsWire = z.infer<typeof ModelMetricsWire>;

/** The most labelled pairs one training takes. */
export const MAX_TRAINING_PAIRS = 10_000;

/** Shares of the pairs that may be held out at a time. */
export const VALIDATION_SPLIT = { least: 0.05, most: 0.5, usual: 0.2 } as const;

export const PromoteWire = z.enum(['if-better', 'always', 'never']);
export type Promote = z.infer<typeof PromoteWire>;

export const LabelledPairWire = z
  .strictObject({
    reward_transaction: TransactionWire,
    pos_transaction: TransactionWire,
    is_match: z.boolean(),
  })
  .meta({ id: 'LabelledPair' });
export type LabelledPairWire = z.infer<typeof LabelledPairWire>;

export const TrainRequestWire = z
  .strictObject({
    training_data: z.array(LabelledPairWire).max(MAX_TRAINING_PAIRS).default([]).meta({
      description: 'At least 10 pairs together with the decisions asked for, both labels among them.',
    }),
    validation_split: z
      .number()
      .min(VALIDATION_SPLIT.least)
      .max(VALIDATION_SPLIT.most)
      .default(VALIDATION_SPLIT.usual)
      .meta({ description: 'Share of the pairs held out at a time: 0.2 is five folds.' }),
    include_decisions: z
      .boolean()
      .default(false)
      .meta({ description: 'Learn also from the decisions that stand in this organization.' }),
    promote: PromoteWire.default('if-better').meta({
      description:
        'Whether the new model is put to work: when it is better on held-out pairs, always or never.',
    }),
  })
  .meta({ id: 'TrainRequest' });
export type TrainRequestWire = z.infer<typeof TrainRequestWire>;

export const ModelComparisonWire = z
  .object({
    is_better: z.boolean(),
    loss_saved: z
      .number()
      .meta({ description: 'Mean logistic loss of the current model less that of the new one.' }),
    interval: IntervalWire,
    wrong_current: z.int(),
    wrong_new: z.int(),
    wrongly_approved_current: z
      .int()
      .meta({ description: 'No match, but sure enough to be approved without a person.' }),
    wrongly_approved_new: z.int(),
  })
  .meta({
    id: 'ModelComparison',
    description: 'The new model against the current one, on the same held-out pairs.',
  });
export type ModelComparisonWire = z.infer<typeof ModelComparisonWire>;

export const LearnedFiguresWire = z
  .object({
    accuracy: z.number(),
    precision: z.number(),
    recall: z.number(),
    f1: z.number(),
    auc: z.number(),
    intervals: z
      .object({
        accuracy: IntervalWire,
        precision: IntervalWire,
        recall: IntervalWire,
        f1: IntervalWire,
        auc: IntervalWire,
      })
      .meta({ description: '95 %.' }),
    training_samples: z.int(),
    validation_samples: z.int().meta({ description: 'Held out at a time; over all folds, every pair once.' }),
    adapted: z
      .enum(['scale', 'weights', 'trees'])
      .meta({ description: 'How far the pairs allowed to move the model.' }),
    comparison: ModelComparisonWire,
    statement: z.string().meta({ description: 'What was learned and how sure the figures are, in words.' }),
  })
  .meta({ id: 'LearnedFigures' });
export type LearnedFiguresWire = z.infer<typeof LearnedFiguresWire>;

export const TrainResponseWire = z
  .object({
    message: z.string(),
    model_version: z.string(),
    is_promoted: z.boolean(),
    current_version: z.string(),
    ...LearnedFiguresWire.shape,
  })
  .meta({ id: 'TrainResponse' });
export type TrainResponseWire = z.infer<typeof TrainResponseWire>;

export const ModelVersionWire = z
  .object({
    version: z.string(),
    is_current: z.boolean(),
    is_usable: z
      .boolean()
      .meta({ description: 'False: it was trained for features this release does not have.' }),
    based_on: z.string().nullable(),
    trained_at: z.string(),
    figures: LearnedFiguresWire.nullable().meta({
      description: 'Null for the model this release ships with.',
    }),
  })
  .meta({ id: 'ModelVersion' });
export type ModelVersionWire = z.infer<typeof ModelVersionWire>;

export const ModelVersionsWire = z
  .object({ current_version: z.string(), versions: z.array(ModelVersionWire) })
  .meta({ id: 'ModelVersions' });
export type ModelVersionsWire = z.infer<typeof ModelVersionsWire>;
