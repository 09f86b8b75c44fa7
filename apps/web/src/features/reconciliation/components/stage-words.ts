// The engine's stages in the words of someone who waits for them.

/** In the order in which they run. */
export const STAGES: readonly { stage: string; words: string }[] = [
  { stage: 'reading', words: 'Reading the files' },
  { stage: 'normalise', words: 'Tidying names, phones and dates' },
  { stage: 'understand', words: 'Reading what each service means' },
  { stage: 'block', words: 'Finding pairs worth a look' },
  { stage: 'compare', words: 'Comparing pairs' },
  { stage: 'score', words: 'Scoring pairs' },
  { stage: 'assign', words: 'Choosing the best match for each reward' },
  { stage: 'explain', words: 'Writing down the reasons' },
  { stage: 'writing', words: 'Saving the results' },
];

const OTHERS: Readonly<Record<string, string>> = {
  pending: 'Waiting for a free worker',
  processing: 'Starting',
  done: 'Saving the results',
  completed: 'Opening the results',
};

/** A stage in words; one that is not known here, by its own name. */
export const stageWords = (stage: string): string =>
  STAGES.find((known) => known.stage === stage)?.words ?? OTHERS[stage] ?? stage;
