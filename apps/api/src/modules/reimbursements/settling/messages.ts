// What a settling thread is given; it answers with a `Settlement`. Both books name nobody.
import type { SettleOptions } from '@medspasync/matching';
import type { Transaction } from '@medspasync/schemas';

export interface SettlingTask {
  payments: Transaction[];
  redemptions: Transaction[];
  options: SettleOptions;
}
