// Which rows are held out together: stratified by label, rows about one reward never apart.
import { createRandom } from '@medspasync/test-kit/random';
import type { Evidence } from './evidence.ts';

const MOST_FOLDS = 10;

/** The known rows of each fold; every row is in exactly one. `validationSplit` is about the share of a fold. */
export function foldsOf(evidence: Evidence, validationSplit: number, seed: number): number[][] {
  const families = familiesOf(evidence);
  const wanted = Math.max(2, Math.min(MOST_FOLDS, Math.round(1 / validationSplit)));
  const folds = Array.from({ length: Math.min(wanted, families.length) }, () => ({
    rows: [] as number[],
    ofLabel: [0, 0] as [number, number],
  }));
  shuffle(families, seed);
  // The largest first: what is small evens out what is large.
  for (const family of families.sort((a, b) => b.length - a.length)) {
    const labels = family.map((row) => evidence.labels[row]!);
    const burden = (fold: (typeof folds)[number]): number =>
      labels.reduce((sum, label) => sum + fold.ofLabel[label]!, 0) + fold.rows.length / (evidence.known + 1);
    let best = folds[0]!;
    for (const fold of folds) if (burden(fold) < burden(best)) best = fold;
    best.rows.push(...family);
    for (const label of labels) best.ofLabel[label]! += 1;
  }
  return folds.map(({ rows }) => rows.sort((a, b) => a - b));
}

/** Rows by reward; row by row when all are about one reward. */
function familiesOf({ candidates, known }: Evidence): number[][] {
  const families = new Map<number, number[]>();
  for (let row = 0; row < known; row++) {
    const reward = candidates.reward[row]!;
    const family = families.get(reward);
    if (family) family.push(row);
    else families.set(reward, [row]);
  }
  return families.size > 1 ? [...families.values()] : Array.from({ length: known }, (_, row) => [row]);
}

function shuffle<T>(list: T[], seed: number): void {
  const random = createRandom(seed);
  for (let i = list.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [list[i], list[j]] = [list[j]!, list[i]!];
  }
}
