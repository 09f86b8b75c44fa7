// What a settling thread is given; it answers with a `Settlement`. The books name nobody.
import type { SettledBooks, SettleOptions } from '@medspasync/matching';

export interface SettlingTask {
  books: SettledBooks;
  options: SettleOptions;
}
