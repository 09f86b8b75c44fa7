// The card that lies beside a model: what it is for, what it was taught on, and what was measured.
import type { ModelManifest } from '@medspasync/matching';
import { PLOTS_IN_CARD } from './plots/index.ts';
import type { Judgement } from './summarise-judgement.ts';
import { judgementTable } from './tables.ts';

/** Markdown of the card. `byBooks` is keyed by "process · difficulty". */
export function modelCard(
  manifest: ModelManifest,
  all: Judgement,
  byBooks: ReadonlyMap<string, Judgement>,
): string {
  return `# Model ${manifest.version}

Scores a loyalty reward against a POS row. Additive boosted trees (${manifest.kind}), exported to ONNX: one output
per comparison, each from trees that see that comparison's features only, and one for the pair's rivals. The score is
their sum in log-odds, scaled and shifted by a calibration.

- Plan: \`${manifest.plan}\`, ${manifest.features.length} features in ${manifest.comparisons.length} comparisons (${manifest.comparisons.map((c) => c.label.toLowerCase()).join(', ')}).
- Taught on ${manifest.trainingSize.toLocaleString('en-US')} candidate pairs of synthetic books from \`packages/test-kit\`; no real patient is in them.
- Made by \`npm run train -w @medspasync/training\`; the same source gives the same bytes (SHA-256 \`${manifest.sha256}\`).

## Measured on books held out by seed and by vocabulary of names

Precision, recall and F1 count POS rows claimed at a probability of 0.5, by the whole engine including its one-to-one
assignment. AUC and calibration error (15 bins) are about the probability given with each reward's counterpart.
"Auto" is what \`AUTO_APPROVE\` covers, and how much of that is right.

${judgementTable('books', new Map([...byBooks, ['all', all]]))}

The first two pictures are about each reward's named counterpart, the third about all candidate pairs of one book per row above.

${PLOTS_IN_CARD}

## Limits

All figures are from synthetic books. Every error process is taught, so they tell how the model does on unseen books and
names of these processes, not on a process it has never met; rules and limits of the plan were set by hand while looking
at the mistakes on other seeds of the same processes and vocabulary. Real files will differ, and the error processes are the authors' guesses at how
errors come about. A name alone is never proof: with neither contact, code nor a rare amount, expect more reviews.
`;
}
