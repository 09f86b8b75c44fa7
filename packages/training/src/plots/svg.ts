// The little SVG a card needs: a frame with axes, marks, and colors that follow the reader's light or dark. Numbers are cut to
// a tenth of a pixel, so that the same figures give the same bytes.

export interface Axis {
  label: string;
  from: number;
  to: number;
  ticks: readonly number[];
  /** How a tick is written. */
  format(value: number): string;
}

export interface Frame {
  width: number;
  height: number;
  /** Where the plot lies within the picture. */
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export const FRAME: Frame = { width: 480, height: 360, left: 56, top: 40, right: 456, bottom: 308 };

/** The colors: ink and grid, and two kinds of marks that also differ in shape or place. */
const STYLE = `text{font:12px system-ui,sans-serif;fill:#1f2937}.title{font-size:14px;font-weight:600}
.grid{stroke:#d1d5db}.axis{stroke:#6b7280}.guide{stroke:#6b7280;stroke-dasharray:4 4}
.line{fill:none;stroke:#1d4ed8;stroke-width:2}.one{fill:#1d4ed8;stroke:#1d4ed8}.other{fill:#b45309;stroke:#b45309}
@media (prefers-color-scheme:dark){text{fill:#e5e7eb}.grid{stroke:#374151}.axis,.guide{stroke:#9ca3af}
.line{stroke:#93c5fd}.one{fill:#93c5fd;stroke:#93c5fd}.other{fill:#fcd34d;stroke:#fcd34d}}`;

/** A whole picture. `description` is what a screen reader says. */
export function picture(frame: Frame, title: string, description: string, marks: readonly string[]): string {
  const { height, width } = frame;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<desc>${escaped(description)}</desc>`,
    `<style>${STYLE}</style>`,
    text(frame.left, 22, title, 'class="title"'),
    ...marks,
    '</svg>\n',
  ].join('\n');
}

export const placeX = (frame: Frame, axis: Axis, value: number): number =>
  frame.left + ((value - axis.from) / (axis.to - axis.from)) * (frame.right - frame.left);

export const placeY = (frame: Frame, axis: Axis, value: number): number =>
  frame.bottom - ((value - axis.from) / (axis.to - axis.from)) * (frame.bottom - frame.top);

/** Grid, ticks and labels. */
export function axes(frame: Frame, x: Axis, y: Axis): string[] {
  const { bottom, left, right, top } = frame;
  return [
    ...columns(frame, x),
    ...y.ticks.flatMap((tick) => {
      const at = placeY(frame, y, tick);
      return [line(left, at, right, at, 'grid'), text(left - 8, at + 4, y.format(tick), 'text-anchor="end"')];
    }),
    line(left, top, left, bottom, 'axis'),
    text(
      14,
      (top + bottom) / 2,
      y.label,
      `text-anchor="middle" transform="rotate(-90 14 ${round((top + bottom) / 2)})"`,
    ),
  ];
}

/** The lower axis alone. */
export function columns(frame: Frame, x: Axis): string[] {
  const { bottom, left, right, top } = frame;
  return [
    ...x.ticks.flatMap((tick) => {
      const at = placeX(frame, x, tick);
      return [
        line(at, top, at, bottom, 'grid'),
        text(at, bottom + 18, x.format(tick), 'text-anchor="middle"'),
      ];
    }),
    line(left, bottom, right, bottom, 'axis'),
    text((left + right) / 2, bottom + 38, x.label, 'text-anchor="middle"'),
  ];
}

export const line = (x1: number, y1: number, x2: number, y2: number, kind: string): string =>
  `<line class="${kind}" x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}"/>`;

export const path = (points: readonly (readonly [number, number])[]): string =>
  `<polyline class="line" points="${points.map(([x, y]) => `${round(x)},${round(y)}`).join(' ')}"/>`;

export const dot = (x: number, y: number, radius: number, kind: string): string =>
  `<circle class="${kind}" cx="${round(x)}" cy="${round(y)}" r="${round(radius)}"/>`;

export const square = (x: number, y: number, half: number, kind: string): string =>
  `<rect class="${kind}" x="${round(x - half)}" y="${round(y - half)}" width="${round(2 * half)}" height="${round(2 * half)}"/>`;

export const text = (x: number, y: number, words: string, attributes = ''): string =>
  `<text x="${round(x)}" y="${round(y)}"${attributes && ` ${attributes}`}>${escaped(words)}</text>`;

const round = (value: number): string => String(Math.round(value * 10) / 10);

const escaped = (words: string): string =>
  words.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);
