// What was learned, and how sure that is, in words a manager can read.
import type { AdaptationStep } from './adapted-model.ts';
import { type AgainstCurrent, FEWEST_TO_COMPARE } from './against-current.ts';
import type { Evidence } from './evidence.ts';
import type { Figure } from './intervals.ts';

/** An accuracy known to no more than this is called uncertain. */
const WIDE = 0.1;

const CHANGED: Readonly<Record<AdaptationStep, string>> = {
  scale: 'Too few to change more than how sure the model is',
  weights: 'Enough to weigh each comparison anew',
  trees: 'Enough to weigh each comparison anew and to add trees to each',
};

/** Three or four sentences: the evidence, what it changed, how well the figures are known, and the verdict. */
export function statementOf(
  evidence: Evidence,
  given: number,
  step: AdaptationStep,
  accuracy: Figure,
  verdict: AgainstCurrent,
): string {
  const { known, labelled, matches } = evidence;
  const repeats = given > labelled ? ` (${given} were given; the same pair again counts once)` : '';
  const learned = `Learned from ${labelled} different pairs, ${matches} of them matches${repeats}, and from ${known - labelled} look-alikes they rule out. ${CHANGED[step]}.`;
  return `${learned} ${certaintyOf(accuracy, labelled)} ${verdictOf(verdict, labelled, known)}`;
}

function certaintyOf({ low, high }: Figure, rows: number): string {
  const range = `Accuracy on pairs it had not seen lies between ${percent(low)} and ${percent(high)} (95 %)`;
  if (high - low <= WIDE) return `${range}.`;
  return `${range}: ${rows} pairs are too few to know it better, and four times as many would about halve that range.`;
}

function verdictOf(
  { isBetter, lossSaved, wrong, wronglyApproved }: AgainstCurrent,
  labelled: number,
  known: number,
): string {
  const counts = `${wrong.adapted} of ${known} pairs and look-alikes wrong against ${wrong.current}`;
  if (isBetter) return `It is better than the current model on pairs it had not seen: ${counts}.`;
  if (labelled < FEWEST_TO_COMPARE) {
    return `Whether it is better than the current model cannot be told from fewer than ${FEWEST_TO_COMPARE} pairs.`;
  }
  if (wronglyApproved.adapted > wronglyApproved.current) {
    const approved = `${wronglyApproved.adapted} pairs against ${wronglyApproved.current}`;
    return `It would approve more by itself that is wrong than the current model: ${approved}.`;
  }
  const isWorse = lossSaved.high < 0 || wrong.adapted > wrong.current;
  return isWorse
    ? `It is worse than the current model on pairs it had not seen: ${counts}.`
    : `It is not shown to be better than the current model: ${counts}.`;
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
