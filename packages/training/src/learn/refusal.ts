// How learning says no: everything that is wrong, at once, each with its row.

/** `row` counts labelled pairs from 0; null is about all of them. Messages hold no value of any cell. */
export interface LearningProblem {
  row: number | null;
  field: 'pairs' | 'isMatch' | 'reward' | 'pos' | 'validationSplit';
  message: string;
}

export class LearningRefusal extends Error {
  override readonly name = 'LearningRefusal';

  constructor(readonly problems: readonly LearningProblem[]) {
    super(problems.map(wordsOf).join('; '));
  }
}

const wordsOf = ({ row, field, message }: LearningProblem): string =>
  row === null ? `${field} ${message}` : `pairs[${row}].${field} ${message}`;
