// The pictures of a model card, as files beside it.
import { type Contributions, contributionsPlot } from './contributions.ts';
import { type JudgedPairs, precisionRecallPlot } from './precision-recall.ts';
import { reliabilityPlot } from './reliability.ts';

export type { Contributions, JudgedPairs };

/** SVG text by file name. */
export type Plots = Readonly<Record<string, string>>;

/** The same figures give the same bytes. */
export const cardPlots = (judged: JudgedPairs, contributions: Contributions): Plots => ({
  'precision-recall.svg': precisionRecallPlot(judged),
  'reliability.svg': reliabilityPlot(judged),
  'contributions.svg': contributionsPlot(contributions),
});

/** How a card shows them. */
export const PLOTS_IN_CARD = `![Precision against recall](precision-recall.svg)
![Reliability over 15 bins](reliability.svg)
![Contribution of each comparison](contributions.svg)`;
