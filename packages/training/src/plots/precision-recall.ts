// Precision against recall, as the cut goes down from the surest pair. What is less likely than 5 % nobody would claim: it would
// only press the rest of the curve together.
import { type Axis, axes, dot, FRAME, path, picture, placeX, placeY, text } from './svg.ts';

/** Pairs with the probability a model gave them, and what they are. */
export interface JudgedPairs {
  probabilities: Float64Array;
  /** 1 for a match. */
  labels: Uint8Array;
}

const POINTS = 200;
const LOWEST_CUT = 0.05;
const CUTS = [0.95, 0.5];

const percent = (value: number): string => `${Math.round(value * 100)} %`;

export function precisionRecallPlot({ probabilities, labels }: JudgedPairs): string {
  const curve = curveOf(probabilities, labels).filter(({ probability }) => probability >= LOWEST_CUT);
  const lowest = Math.min(1, ...curve.map(({ precision }) => precision));
  const from = lowest >= 0.9 ? 0.9 : lowest >= 0.5 ? 0.5 : 0;
  const ticks = Array.from({ length: 6 }, (_, i) => from + ((1 - from) * i) / 5);
  const x: Axis = { label: 'Recall', from: 0, to: 1, ticks: [0, 0.2, 0.4, 0.6, 0.8, 1], format: percent };
  const y: Axis = { label: 'Precision', from, to: 1, ticks, format: percent };
  const at = (point: Point): [number, number] => [
    placeX(FRAME, x, point.recall),
    placeY(FRAME, y, point.precision),
  ];
  const marks = [...axes(FRAME, x, y), path(thinned(curve).map(at))];
  const told: string[] = [];
  for (const [i, cut] of CUTS.entries()) {
    const point = curve.findLast(({ probability }) => probability >= cut);
    if (!point) continue;
    const [left, top] = at(point);
    marks.push(
      dot(left, top, 4, 'one'),
      text(left - 8, top + 18 * (i + 1), `p ≥ ${cut}`, 'text-anchor="end"'),
    );
    told.push(`at p ≥ ${cut} precision ${percent(point.precision)}, recall ${percent(point.recall)}`);
  }
  return picture(FRAME, 'Precision and recall', `${labels.length} pairs; ${told.join('; ')}`, marks);
}

interface Point {
  probability: number;
  precision: number;
  recall: number;
}

/** One point per distinct probability, the surest first. */
function curveOf(probabilities: Float64Array, labels: Uint8Array): Point[] {
  const order = Int32Array.from(probabilities, (_, i) => i).sort(
    (a, b) => probabilities[b]! - probabilities[a]! || a - b,
  );
  const positives = labels.reduce((sum, label) => sum + label, 0);
  const curve: Point[] = [];
  let right = 0;
  for (const [rank, i] of order.entries()) {
    right += labels[i]!;
    if (probabilities[order[rank + 1]!] === probabilities[i]) continue;
    curve.push({
      probability: probabilities[i]!,
      precision: right / (rank + 1),
      recall: positives === 0 ? 0 : right / positives,
    });
  }
  return curve;
}

/** Evenly over the curve; the last point stays. */
function thinned(curve: readonly Point[]): Point[] {
  const step = Math.max(1, Math.ceil(curve.length / POINTS));
  return curve.filter((_, i) => i % step === 0 || i === curve.length - 1);
}
