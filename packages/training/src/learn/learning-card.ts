// The card of an adapted model: what it was taught on top, what was measured and what that is worth.
import type { ModelManifest } from '@medspasync/matching';
import { PLOTS_IN_CARD } from '../plots/index.ts';
import type { AgainstCurrent } from './against-current.ts';
import type { Figure } from './intervals.ts';
import type { HeldOutMetrics } from './validate.ts';

/** Markdown. Figures are of held-out pairs. */
export function learningCard(
  manifest: ModelManifest,
  about: {
    statement: string;
    pairs: number;
    folds: number;
    metrics: HeldOutMetrics;
    verdict: AgainstCurrent;
  },
): string {
  const { folds, metrics, pairs, statement, verdict } = about;
  const { lossSaved, wrong, wronglyApproved } = verdict;
  return `# Model ${manifest.version}

Model ${manifest.basedOn}, adapted to labelled pairs of one organization. ${statement}

- Plan: \`${manifest.plan}\`. SHA-256 of \`model.onnx\`: \`${manifest.sha256}\`.
- The same pairs, the same seed and the same model to start from give the same bytes.

## Measured on ${pairs} labelled pairs, each by a model that had not seen it (${folds} folds)

| figure | value | 95 % interval |
|---|---|---|
${row('accuracy', metrics.accuracy)}
${row('precision', metrics.precision)}
${row('recall', metrics.recall)}
${row('F1', metrics.f1)}
${row('AUC', metrics.auc)}

Accuracy, precision and recall are at a probability of 0.5. Intervals of shares are Wilson's, of F1 by way of its share, of AUC
Newcombe's; they take pairs as independent. Calibration error over 15 bins: ${metrics.calibrationError.toFixed(4)}.

Against model ${manifest.basedOn} on the same pairs and their look-alikes: ${wrong.adapted} wrong against ${wrong.current}, ${wronglyApproved.adapted} wrongly
approved against ${wronglyApproved.current}; mean logistic loss lower by ${lossSaved.value.toFixed(4)} (${lossSaved.low.toFixed(4)} to ${lossSaved.high.toFixed(4)}, paired bootstrap over rewards).

${PLOTS_IN_CARD}

## Limits

Labelled pairs are what somebody chose to label: they need not be like a job. Look-alikes, pairs whose rows both belong to
somebody else, stand in for the false candidates of one; how often a reward has no counterpart at all is not learned,
so the model expects as many matches as model ${manifest.basedOn}. Pairs are approved without a person from ${manifest.approveFrom} where amounts
differ and ${manifest.approveAgreeingFrom ?? 0.95} where they agree: as before, or from where held-out approvals were not wrong more often than luck explains. If the pairs were learned from before, the comparison favors that model.
`;
}

const row = (name: string, { high, low, value }: Figure): string =>
  `| ${name} | ${value.toFixed(4)} | ${low.toFixed(4)} – ${high.toFixed(4)} |`;
