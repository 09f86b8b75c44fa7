// Labelled pairs of a request as the code has them, and what is wrong with them in the words of the wire.
import type { FieldError, TrainRequestWire } from '@medspasync/schemas';
import type { LabelledPair, LearningProblem } from '@medspasync/training/learn';
import { Refusal } from '../../../platform/errors/index.ts';
import type { LocalZones } from '../../../platform/local-zones.ts';
import { readTransaction } from '../../reconciliation/index.ts';

/** @throws Refusal `request.invalid` naming fields as `training_data[3].pos_transaction.date`. */
export function pairsOfRequest(data: TrainRequestWire['training_data'], zones: LocalZones): LabelledPair[] {
  const errors: FieldError[] = [];
  const pairs = data.map((entry, row) => {
    const read = (side: 'reward_transaction' | 'pos_transaction') =>
      readTransaction(entry[side], zones, (field, message) =>
        errors.push({ field: `training_data[${row}].${side}.${field}`, message }),
      );
    return {
      reward: read('reward_transaction'),
      pos: read('pos_transaction'),
      isMatch: entry.is_match,
    };
  });
  if (errors.length > 0) throw new Refusal('request.invalid', { errors });
  return pairs;
}

const WIRE_FIELD = {
  reward: 'reward_transaction',
  pos: 'pos_transaction',
  isMatch: 'is_match',
} as const satisfies Partial<Record<LearningProblem['field'], string>>;

/** @param ownPairs how many pairs came with the request; the ones after them are decisions. */
export function refusalOf(problems: readonly LearningProblem[], ownPairs: number): Refusal {
  const errors = problems.map(({ row, field, message }) => ({
    field: fieldOf(row, field, ownPairs),
    message,
  }));
  return new Refusal('request.invalid', { errors });
}

function fieldOf(row: number | null, field: LearningProblem['field'], ownPairs: number): string {
  if (field === 'validationSplit') return 'validation_split';
  if (field === 'pairs' || row === null) return 'training_data';
  return row < ownPairs ? `training_data[${row}].${WIRE_FIELD[field]}` : 'include_decisions';
}
