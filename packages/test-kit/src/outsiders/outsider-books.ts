// The generators nothing is trained on, by name.
import type { SyntheticBooks } from '../books.ts';
import { makeLinkageBenchmark } from './linkage-benchmark.ts';
import type { MakeOutsiderBooks, OutsiderOptions } from './outsider.ts';
import { makePlainScript } from './plain-script.ts';

export const OUTSIDERS = ['plain-script', 'linkage-benchmark'] as const;
export type OutsiderName = (typeof OUTSIDERS)[number];

const GENERATORS: Readonly<Record<OutsiderName, MakeOutsiderBooks>> = {
  'plain-script': makePlainScript,
  'linkage-benchmark': makeLinkageBenchmark,
};

/** Two books and their truth from a generator that no model is trained on; the same for the same options. */
export const outsiderBooks = (outsider: OutsiderName, options: OutsiderOptions): SyntheticBooks =>
  GENERATORS[outsider](options);
