// What is wrong with a batch of pairs that its schema cannot say: rows that do not pair.
import type { FieldError } from '@medspasync/schemas';
import * as z from 'zod';
import { unusableFields } from '../../platform/http/unusable-fields.ts';

/** What `predictBatch` would refuse in a body of which the shape is wrong already, for one answer about all of it. */
export function unusableBatch(body: unknown): FieldError[] {
  const lists = BatchLists.safeParse(body).data;
  if (!lists) return unusableFields(body);
  const { pairs } = lists;
  return [...(pairs ? outOfRange(pairs, lists) : unequal(lists)), ...unusableFields(body)];
}

/** As much of a batch's shape as it takes to count. */
const BatchLists = z.object({
  reward_transactions: z.array(z.unknown()).min(1),
  pos_transactions: z.array(z.unknown()).min(1),
  pairs: z.array(z.object({ reward_index: z.number(), pos_index: z.number() })).optional(),
});
export type BatchLists = z.infer<typeof BatchLists>;

export function outOfRange(
  pairs: NonNullable<BatchLists['pairs']>,
  { pos_transactions, reward_transactions }: BatchLists,
): FieldError[] {
  const past = (field: string, index: number, list: string, length: number): FieldError[] =>
    index < length ? [] : [{ field, message: `must be below ${length}, the number of ${list}` }];
  return pairs.flatMap(({ reward_index, pos_index }, n) => [
    ...past(`pairs[${n}].reward_index`, reward_index, 'reward_transactions', reward_transactions.length),
    ...past(`pairs[${n}].pos_index`, pos_index, 'pos_transactions', pos_transactions.length),
  ]);
}

export function unequal({ pos_transactions, reward_transactions }: BatchLists): FieldError[] {
  if (pos_transactions.length === reward_transactions.length) return [];
  const message = `must have ${reward_transactions.length} rows like reward_transactions; or say in pairs what to score`;
  return [{ field: 'pos_transactions', message }];
}
