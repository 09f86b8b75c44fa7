import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Feature } from '../domain.ts';
import { rewardsToPos } from './rewards-to-pos.ts';

const page = readFileSync(fileURLToPath(new URL('../../../../docs/matching.md', import.meta.url)), 'utf8');

const ARROWS = { '1': ' ↑', '-1': ' ↓', '0': '' } as const;
const listed = (features: readonly Feature[]): string =>
  features.map(({ name, direction }) => `\`${name}\`${ARROWS[`${direction}`]}`).join(', ');

describe('docs/matching.md', () => {
  it.each(rewardsToPos.blockOn)('tells the blocking rule "$name" as the plan declares it', (rule) => {
    const window = rule.windowDays === null ? 'any' : `${rule.windowDays.before} / ${rule.windowDays.after}`;
    const limit = rule.onlyIfFew ? `${rule.limit}, or nothing` : rule.limit;
    const name = rule.isStrong ? `${rule.name} (strong)` : rule.name;
    expect(page).toContain(`| ${name} | ${window} | ${limit} |`);
  });

  it.each(rewardsToPos.comparisons)('tells the comparison "$label" as the plan declares it', (comparison) => {
    const columns = comparison.columns.map((column) => `\`${column}\``).join(', ');
    expect(page).toContain(`| ${comparison.label} | ${columns} | ${listed(comparison.features)} |`);
  });

  it('tells how a pair is held against its rivals', () => {
    expect(page).toContain(listed(rewardsToPos.rivals.features));
  });
});
