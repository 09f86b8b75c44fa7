// How much each comparison says, for matches and for other pairs: the middle, and where nine of ten lie.
import { type Axis, columns, dot, type Frame, line, picture, placeX, square, text } from './svg.ts';

/** Contributions of pairs in log-odds: row-major, one column per comparison. */
export interface Contributions {
  /** Names of the columns, as explanations call them. */
  labels: readonly string[];
  values: Float64Array;
  /** 1 for a match, by row. */
  isMatch: Uint8Array;
}

const ROW_HEIGHT = 40;
const LABELS_WIDTH = 170;

export function contributionsPlot({ labels, values, isMatch }: Contributions): string {
  const rows = labels.map((label, column) => {
    const of = (kind: number): Spread =>
      spreadOf(
        values.filter(
          (_, i) => i % labels.length === column && isMatch[Math.floor(i / labels.length)] === kind,
        ),
      );
    return { label, match: of(1), other: of(0) };
  });
  const top = 64;
  const bottom = top + ROW_HEIGHT * labels.length;
  const frame: Frame = { width: 640, height: bottom + 52, left: LABELS_WIDTH, top, right: 624, bottom };
  const reach = Math.max(2, ...rows.flatMap(({ match, other }) => [match, other]).flatMap(farthest));
  const to = Math.ceil(reach / 2) * 2;
  const x: Axis = {
    label: 'Contribution in log-odds',
    from: -to,
    to,
    ticks: [-to, -to / 2, 0, to / 2, to],
    format: (value) => String(value),
  };
  const zero = placeX(frame, x, 0);
  const marks = [
    dot(LABELS_WIDTH + 6, 44, 4, 'one'),
    text(LABELS_WIDTH + 16, 48, 'matches'),
    square(LABELS_WIDTH + 96, 44, 4, 'other'),
    text(LABELS_WIDTH + 106, 48, 'other pairs; lines hold 90 %'),
    ...columns(frame, x),
    line(zero, top, zero, bottom, 'axis'),
    ...rows.flatMap(({ label, match, other }, i) => {
      const y = top + ROW_HEIGHT * (i + 0.5);
      const at = (value: number): number => placeX(frame, x, value);
      return [
        text(LABELS_WIDTH - 12, y + 4, label, 'text-anchor="end"'),
        line(at(match.low), y - 7, at(match.high), y - 7, 'one'),
        dot(at(match.middle), y - 7, 4, 'one'),
        line(at(other.low), y + 7, at(other.high), y + 7, 'other'),
        square(at(other.middle), y + 7, 4, 'other'),
      ];
    }),
  ];
  const told = rows.map(
    ({ label, match, other }) => `${label} ${signed(match.middle)} and ${signed(other.middle)}`,
  );
  const description = `Medians for matches and for other pairs: ${told.join('; ')}`;
  return picture({ ...frame, left: 16 }, 'What each comparison says', description, marks);
}

interface Spread {
  low: number;
  middle: number;
  high: number;
}

const farthest = ({ low, high }: Spread): number[] => [Math.abs(low), Math.abs(high)];

function spreadOf(values: Float64Array): Spread {
  const sorted = values.slice().sort();
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  return { low: at(0.05), middle: at(0.5), high: at(0.95) };
}

const signed = (value: number): string => (value > 0 ? '+' : '') + value.toFixed(1);
