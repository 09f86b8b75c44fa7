// The current model for tests, loaded once per file.
import { loadScorer } from './node/index.ts';
import type { Scorer } from './score/scorer.ts';

let loading: Promise<Scorer> | undefined;

export const currentScorer = (): Promise<Scorer> => {
  loading ??= loadScorer();
  return loading;
};
