// The engine's stages in the words of someone who waits for them.
const STAGES: Readonly<Record<string, string>> = {
  pending: 'Waiting for a free worker',
  processing: 'Starting',
  reading: 'Reading the files',
  normalise: 'Tidying names, phones and dates',
  block: 'Finding pairs worth a look',
  compare: 'Comparing pairs',
  score: 'Scoring pairs',
  assign: 'Choosing the best match for each reward',
  explain: 'Writing down the reasons',
  writing: 'Saving the results',
};

/** A stage in words; one that is not known here, by its own name. */
export const stageWords = (stage: string): string => STAGES[stage] ?? stage;
