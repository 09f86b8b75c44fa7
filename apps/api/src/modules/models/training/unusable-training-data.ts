// What is wrong with labelled pairs that their schema cannot say.
import type { FieldError } from '@medspasync/schemas';
import { unusableFields } from '../../../platform/http/unusable-fields.ts';

/** What `pairsOfRequest` would refuse of a body whose shape is wrong already. */
export function unusableTrainingData(body: unknown): FieldError[] {
  const data: unknown = (body as { training_data?: unknown } | null)?.training_data;
  if (!Array.isArray(data)) return [];
  return data.flatMap((entry, row) =>
    unusableFields(entry).map(({ field, message }) => ({ field: `training_data[${row}].${field}`, message })),
  );
}
