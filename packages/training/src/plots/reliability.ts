// What was promised against what came true, over 15 equally wide bins of probability. On the diagonal, a pair that is given
// 80 % is a match four times out of five.

import type { JudgedPairs } from './precision-recall.ts';
import { type Axis, axes, dot, FRAME, line, picture, placeX, placeY } from './svg.ts';

const BINS = 15;
const SMALLEST_DOT = 2;
const LARGEST_DOT = 9;

const tenths = (value: number): string => value.toFixed(1);
const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1];

export function reliabilityPlot({ probabilities, labels }: JudgedPairs): string {
  const bins = Array.from({ length: BINS }, () => ({ pairs: 0, promised: 0, came: 0 }));
  for (const [i, probability] of probabilities.entries()) {
    const bin = bins[Math.min(BINS - 1, Math.floor(probability * BINS))]!;
    bin.pairs++;
    bin.promised += probability;
    bin.came += labels[i]!;
  }
  const x: Axis = { label: 'Probability given', from: 0, to: 1, ticks: TICKS, format: tenths };
  const y: Axis = { label: 'Share that was a match', from: 0, to: 1, ticks: TICKS, format: tenths };
  const most = Math.max(1, ...bins.map(({ pairs }) => pairs));
  const dots = bins
    .filter(({ pairs }) => pairs > 0)
    .map(({ came, pairs, promised }) =>
      dot(
        placeX(FRAME, x, promised / pairs),
        placeY(FRAME, y, came / pairs),
        SMALLEST_DOT + (LARGEST_DOT - SMALLEST_DOT) * Math.sqrt(pairs / most),
        'one',
      ),
    );
  const distance = bins.reduce((sum, { came, promised }) => sum + Math.abs(came - promised), 0);
  const error = labels.length === 0 ? 0 : distance / labels.length;
  return picture(
    FRAME,
    'Reliability, 15 bins; larger dots hold more pairs',
    `${labels.length} pairs; mean distance from the diagonal ${error.toFixed(4)}`,
    [...axes(FRAME, x, y), line(FRAME.left, FRAME.bottom, FRAME.right, FRAME.top, 'guide'), ...dots],
  );
}
