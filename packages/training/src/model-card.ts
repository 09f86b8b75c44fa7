// The card that lies beside a model: what it is for, what it was taught on, and what was measured.
import type { ModelManifest } from '@medspasync/matching';
import { type HeldOutReward, judgeByBooks } from './held-out.ts';
import { PLOTS_IN_CARD } from './plots/index.ts';
import { tableByBooks } from './tables.ts';

/** What a model was judged by; see the card's own words. */
export interface Judged {
  heldOut: readonly HeldOutReward[];
  leftOut: readonly HeldOutReward[];
  outsiders: readonly HeldOutReward[];
}

const table = (title: string, rewards: readonly HeldOutReward[]): string =>
  tableByBooks(title, rewards, judgeByBooks(rewards));

/** Markdown of the card. */
export function modelCard(manifest: ModelManifest, { heldOut, leftOut, outsiders }: Judged): string {
  return `# Model ${manifest.version}

Scores a loyalty reward against a POS row. Additive boosted trees (${manifest.kind}), exported to ONNX: one output
per comparison, each from trees that see that comparison's features only, and one for the pair's rivals. The score is
their sum in log-odds, scaled and shifted by a calibration.

- Plan: \`${manifest.plan}\`, ${manifest.features.length} features in ${manifest.comparisons.length} comparisons (${manifest.comparisons.map((c) => c.label.toLowerCase()).join(', ')}).
- Taught on ${manifest.trainingSize.toLocaleString('en-US')} candidate pairs of synthetic books from \`packages/test-kit\`; no real patient is in them.
- Made by \`npm run train -w @medspasync/training\`; the same source gives the same bytes (SHA-256 \`${manifest.sha256}\`).

## Measured on books held out by seed and by vocabulary of names

Precision, recall and F1 count POS rows claimed at a probability of 0.5, by the whole engine including its one-to-one
assignment. In brackets are 95 % intervals: Wilson's of precision, of F1 by way of its share; they take rows as independent,
and of luck only: what the books are unlike is not in them. AUC and calibration error (15 bins) are about the probability given with each reward's counterpart.
"Auto" is what \`AUTO_APPROVE\` covers, and how much of that is right.

${table('books', heldOut)}

The first two pictures are about each reward's named counterpart, the third about all candidate pairs of one book per row above.

${PLOTS_IN_CARD}

## Measured on processes the model had never met

For each error process a model was taught on a third of the other processes' books, and judged on the held-out books of that
one. It is the nearest to how far the method travels; the model above has met all of them.

${table('never met', leftOut)}

Two generators share no code with the error processes, and nothing is fitted on them, though they were looked at (see Limits):
\`plain-script\` is what somebody else would write in an afternoon, \`linkage-benchmark\` is in the spirit of public
record-linkage data (names, dates and amounts only, all of them mistyped). The model above on their books:

${table('outsiders', outsiders)}

## Calibration, approvals, drift

The calibration is fitted on what the never-met models say about the process each had never met. From there come the
bounds of approval, too: ${manifest.approveFrom} where amounts differ and ${manifest.approveAgreeingFrom} where they agree is
the lowest probability from which on approvals were right 998 times of 1000: of each difficulty at the lower end of a one-sided
90 % interval, and of no kind of books less often than luck explains. A job's drift is the population stability index of each comparison's
contributions among its likely pairs, in units of a cut a quarter beyond the furthest book of training: above 1 only pairs
above 0.995 are approved by themselves, above 2 none.

## Limits

All figures are from synthetic books, and no table is of untouched judges. No tree, calibration or bound is fitted on the held-out
books or the outsiders', but \`npm run evaluate\` lists what goes wrong on these very books, and blocking, features and rules were
changed by who had read such lists, of the outsiders as of the processes. One of the outsiders was itself changed after it had been
measured, and both draw names from lists the processes use. The bounds of approval have seen calibration books of every process,
also where a model judges one it never met, and no drift holds back those models. So all figures flatter.

A pair that is held back says 0.949, whatever it is worth. Such pairs are nearly always right, and where many are held
they are most of the calibration error.

Hard books are decidable by construction: pairs that nobody could tell from their rows are not in them, and visits of one patient
keep apart; real files are not so kind. Real files will differ, and the error processes are the authors' guesses at how errors come
about. A name alone is never proof: with neither contact, code nor a rare amount, expect more reviews.
`;
}
