import { createRandom } from '@medspasync/test-kit/random';
import { cardPlots, PLOTS_IN_CARD } from './index.ts';

function figures(pairs: number) {
  const random = createRandom(4);
  const probabilities = Float64Array.from({ length: pairs }, () => random.next());
  const labels = Uint8Array.from(probabilities, (p) => Number(random.next() < p));
  const names = ['Patient name', 'Phone & <e-mail>'];
  const values = Float64Array.from(
    { length: pairs * 2 },
    (_, i) => (labels[i >> 1] ? 2 : -2) + random.next(),
  );
  return { judged: { probabilities, labels }, contributions: { labels: names, values, isMatch: labels } };
}

const plotsOf = (pairs: number) => {
  const { judged, contributions } = figures(pairs);
  return cardPlots(judged, contributions);
};

describe('the pictures of a card', () => {
  it('are the same bytes for the same figures', () => {
    expect(plotsOf(500)).toEqual(plotsOf(500));
    expect(plotsOf(501)).not.toEqual(plotsOf(500));
  });

  it('are all shown by the card', () => {
    for (const name of Object.keys(plotsOf(20))) expect(PLOTS_IN_CARD).toContain(`(${name})`);
  });

  it('follow a dark page, and say in words what they show', () => {
    for (const svg of Object.values(plotsOf(300))) {
      expect(svg).toContain('prefers-color-scheme:dark');
      expect(svg).toMatch(/<title>[^<]+<\/title>\n<desc>[^<]+<\/desc>/);
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    }
    expect(plotsOf(300)['contributions.svg']).toContain('Phone &amp; &lt;e-mail&gt;');
  });

  it('place the reliability of an honest model along the diagonal', () => {
    const dots = [...plotsOf(20_000)['reliability.svg']!.matchAll(/cx="([\d.]+)" cy="([\d.]+)"/g)];
    expect(dots).toHaveLength(15);
    for (const [, x, y] of dots) {
      const given = (Number(x) - 56) / 400;
      expect((308 - Number(y)) / 268).toBeGreaterThan(given - 0.06);
      expect((308 - Number(y)) / 268).toBeLessThan(given + 0.06);
    }
  });

  it('can be drawn of one pair, and of pairs of one kind', () => {
    expect(plotsOf(1)['precision-recall.svg']).not.toMatch(/NaN/);
  });
});
