// Contrast is arithmetic: every text token is measured on the grounds it stands on, by day and by night.
import { readFileSync } from 'node:fs';

const css = readFileSync(new URL('./theme.css', import.meta.url), 'utf8');
const tokens = new Map<string, [day: string, night: string]>(
  [...css.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map((found) => [
    found[1]!,
    [found[2]!, found[3]!],
  ]),
);

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light! + 0.05) / (dark! + 0.05);
}

const GROUNDS = ['canvas', 'surface', 'raised', 'sunken'];
const STATES = ['success', 'warning', 'danger', 'info'];
const TEXT_PAIRS = [
  ...['ink', 'ink-soft', 'ink-faint', 'accent-ink', ...STATES.map((state) => `${state}-ink`)].flatMap(
    (text) => GROUNDS.map((ground) => [text, ground] as const),
  ),
  ...[...STATES, 'accent'].map((state) => [`${state}-ink`, `${state}-soft`] as const),
  ...['success', 'warning', 'danger', 'info', 'accent'].map((state) => ['ink', `${state}-soft`] as const),
  ['on-accent', 'accent'] as const,
  ['on-accent', 'accent-hover'] as const,
  ['on-danger', 'danger'] as const,
  ['on-danger', 'danger-hover'] as const,
];
const SHAPE_PAIRS = [...STATES, 'accent', 'line-strong'].flatMap((shape) =>
  ['canvas', 'surface'].map((ground) => [shape, ground] as const),
);

for (const [theme, index] of [
  ['day', 0],
  ['night', 1],
] as const) {
  test.each(TEXT_PAIRS)(`%s reads on %s by ${theme} (4.5 or more)`, (text, ground) => {
    expect(contrast(tokens.get(text)![index], tokens.get(ground)![index])).toBeGreaterThanOrEqual(4.5);
  });
  test.each(SHAPE_PAIRS)(`%s shows on %s by ${theme} (3 or more)`, (shape, ground) => {
    expect(contrast(tokens.get(shape)![index], tokens.get(ground)![index])).toBeGreaterThanOrEqual(3);
  });
}
