// The model behind the scores: what it is and how well it does.
import * as z from 'zod';

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

export const ModelMetricsWire = z
  .object({
    held_out: QualityWire,
    live: z
      .object({
        predictions: z.int(),
        reviewed: z.int(),
        approved: z.int(),
        precision: z.number().nullable(),
      })
      .meta({ description: 'Since the process started; precision from people’s decisions.' }),
    timings: z.object({ p50_ms: z.number().nullable(), p99_ms: z.number().nullable(), samples: z.int() }),
  })
  .meta({ id: 'ModelMetrics' });
export type ModelMetricsWire = z.infer<typeof ModelMetricsWire>;
