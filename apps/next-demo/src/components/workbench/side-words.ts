// What the two sides are called.
import type { UploadSide } from '@medspasync/schemas';

export interface SideWords {
  title: string;
  hint: string;
  /** Accessible name of the file input. */
  fileLabel: string;
}

export const SIDES: Readonly<Record<UploadSide, SideWords>> = {
  reward: {
    title: 'Loyalty rewards',
    hint: 'Redemptions from Allē, Aspire, Evolus Rewards, Xperience, or your own list',
    fileLabel: 'Loyalty rewards file',
  },
  pos: {
    title: 'Point of sale',
    hint: 'Sales or payments from Square, Zenoti, Mindbody, Vagaro, Aesthetic Record and others',
    fileLabel: 'Point of sale file',
  },
};

export const SIDE_NAMES: readonly UploadSide[] = ['reward', 'pos'];
