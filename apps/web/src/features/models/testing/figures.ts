// How a taught model did, for tests of where that is shown.
import type { LearnedFiguresWire } from '@medspasync/schemas';

const interval = { low: 0.94, high: 0.99 };

export const FIGURES: LearnedFiguresWire = {
  accuracy: 0.97,
  precision: 0.97,
  recall: 0.96,
  f1: 0.965,
  auc: 0.99,
  intervals: { accuracy: interval, precision: interval, recall: interval, f1: interval, auc: interval },
  training_samples: 120,
  validation_samples: 24,
  adapted: 'weights',
  comparison: {
    is_better: true,
    loss_saved: 0.02,
    interval: { low: 0.01, high: 0.03 },
    wrong_current: 6,
    wrong_new: 3,
    wrongly_approved_current: 1,
    wrongly_approved_new: 0,
  },
  statement: 'Learned from 120 pairs; 24 were held out at a time.',
};
