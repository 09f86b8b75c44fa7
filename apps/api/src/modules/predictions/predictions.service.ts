// Scores single pairs: how likely is it that these two rows are one redemption?
import { type PairPrediction, predictPairs, type TransactionPair } from '@medspasync/matching';
import {
  type FieldError,
  type PredictBatchRequestWire,
  type PredictBatchResponseWire,
  type PredictRequestWire,
  type PredictResponseWire,
  type Transaction,
  type TransactionWire,
  toWire,
} from '@medspasync/schemas';
import { Refusal } from '../../platform/errors/index.ts';
import type { Caller } from '../../platform/identity/index.ts';
import type { LocalZones } from '../../platform/local-zones.ts';
import type { Metrics } from '../../platform/metrics/index.ts';
import type { AliasBooks } from '../aliases/index.ts';
import type { OrganizationModels } from '../models/index.ts';
import { readTransaction, zonesFor } from '../reconciliation/index.ts';
import type { PredictionTimings } from './prediction-timings.ts';
import { outOfRange, unequal } from './unusable-batch.ts';

export class PredictionsService {
  constructor(
    private readonly models: OrganizationModels,
    private readonly aliases: AliasBooks,
    private readonly timings: PredictionTimings,
    private readonly metrics: Pick<Metrics, 'predictions' | 'predictionSeconds'>,
    private readonly zones: (organizationId: string) => Promise<LocalZones>,
  ) {}

  /** @throws Refusal `request.invalid` naming every date that cannot be read. */
  async predict({ organizationId }: Caller, request: PredictRequestWire): Promise<PredictResponseWire> {
    const errors: FieldError[] = [];
    const sent = [request.reward_transaction, request.pos_transaction];
    const zones = await zonesFor(sent, () => this.zones(organizationId));
    const read = (side: 'reward_transaction' | 'pos_transaction') =>
      readInto(errors, side, request[side], zones);
    const pair = { reward: read('reward_transaction'), pos: read('pos_transaction') };
    refuse(errors);
    const { predictions, totalMs } = await this.#score(organizationId, [pair], request.threshold);
    const [prediction] = predictions;
    const answer = answerOf(prediction!, totalMs);
    if (!request.include_features) return answer;
    const { explanation, features } = prediction!;
    return { ...answer, feature_analysis: features, explanation: toWire(explanation) };
  }

  /** The pairs asked for, in that order; without `pairs`, row i against row i. @throws as `predict`. */
  async predictBatch(
    { organizationId }: Caller,
    request: PredictBatchRequestWire,
  ): Promise<PredictBatchResponseWire> {
    const sent = [...request.reward_transactions, ...request.pos_transactions];
    const pairs = pairsOf(request, await zonesFor(sent, () => this.zones(organizationId)));
    const { predictions, totalMs } = await this.#score(organizationId, pairs, request.threshold);
    const eachMs = totalMs / predictions.length;
    return {
      results: predictions.map((prediction) => answerOf(prediction, eachMs)),
      total_processed: predictions.length,
      total_processing_time_ms: totalMs,
      avg_processing_time_ms: eachMs,
    };
  }

  async #score(
    organizationId: string,
    pairs: readonly TransactionPair[],
    threshold: number,
  ): Promise<{ predictions: PairPrediction[]; totalMs: number }> {
    const scorer = await this.models.scorerFor(organizationId);
    const aliases = await this.aliases.bookOf(organizationId);
    const started = performance.now();
    const predictions = await predictPairs(pairs, { scorer, threshold, aliases });
    const totalMs = performance.now() - started;
    this.metrics.predictions.inc(pairs.length);
    this.metrics.predictionSeconds.observe(totalMs / 1000);
    this.timings.record(totalMs / pairs.length);
    return { predictions, totalMs };
  }
}

function pairsOf(request: PredictBatchRequestWire, zones: LocalZones): TransactionPair[] {
  const { pairs, pos_transactions, reward_transactions } = request;
  const errors = pairs ? outOfRange(pairs, request) : unequal(request);
  const read = (list: string, wires: readonly TransactionWire[]) =>
    wires.map((wire, i) => readInto(errors, `${list}[${i}]`, wire, zones));
  const rewards = read('reward_transactions', reward_transactions);
  const pos = read('pos_transactions', pos_transactions);
  refuse(errors);
  if (!pairs) return rewards.map((reward, index) => ({ reward, pos: pos[index]! }));
  return pairs.map(({ reward_index, pos_index }) => ({
    reward: rewards[reward_index]!,
    pos: pos[pos_index]!,
  }));
}

const readInto = (
  errors: FieldError[],
  name: string,
  wire: TransactionWire,
  zones: LocalZones,
): Transaction =>
  readTransaction(wire, zones, (field, message) => errors.push({ field: `${name}.${field}`, message }));

function refuse(errors: FieldError[]): void {
  if (errors.length > 0) throw new Refusal('request.invalid', { errors });
}

const answerOf = (prediction: PairPrediction, processingTimeMs: number): PredictResponseWire => ({
  match_probability: prediction.matchProbability,
  confidence_level: prediction.confidenceLevel,
  recommendation: prediction.recommendation,
  processing_time_ms: processingTimeMs,
  result: prediction.result,
});
