// The two files of a reconciliation, in the words of the front desk.
import type { UploadSide } from '@medspasync/schemas';

export const ACCEPTED_FILES = '.csv,.txt,.tsv,.xlsx,text/csv';

export const SIDES: Readonly<Record<UploadSide, { title: string; hint: string; fileLabel: string }>> = {
  reward: {
    title: 'Loyalty rewards',
    hint: 'Redemptions from Allē, Aspire, Evolus or Xperience',
    fileLabel: 'Loyalty rewards file',
  },
  pos: {
    title: 'Point of sale',
    hint: 'Transactions from Square, Mindbody, Zenoti, Vagaro …',
    fileLabel: 'Point of sale file',
  },
};
