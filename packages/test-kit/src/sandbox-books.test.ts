import { PROGRAMS } from '@medspasync/schemas';
import { sandboxBooks } from './sandbox-books.ts';

const TODAY = '2026-11-26';

it('the sandbox looks like two months of a spa with three locations', () => {
  const { rewards, pos } = sandboxBooks(1, TODAY);
  expect(rewards).toHaveLength(320);
  expect(pos.length).toBeGreaterThan(800);
  expect(pos.length).toBeLessThan(1000);
  expect(new Set(pos.map((row) => row.location)).size).toBe(3);
  expect(new Set(rewards.map((row) => row.program))).toEqual(
    new Set(Object.keys(PROGRAMS).filter((program) => program !== 'other')),
  );
});

it('no row of the sandbox lies in the future or before two months ago', () => {
  for (const { rewards, pos } of [1, 2, 3].map((seed) => sandboxBooks(seed, TODAY))) {
    const days = [...rewards, ...pos].map((row) => row.date!).sort();
    expect(days.at(-1)! <= TODAY).toBe(true);
    expect(pos.map((row) => row.date!).sort()[0]! >= '2026-09-24').toBe(true);
  }
});

it('rewards of the sandbox have amounts as programs grant them', () => {
  const amounts = sandboxBooks(1, TODAY).rewards.map((row) => row.amountCents);
  expect(Math.max(...amounts)).toBeLessThanOrEqual(20_000);
  expect(amounts.reduce((sum, cents) => sum + cents, 0) / amounts.length).toBeGreaterThan(2500);
});

it('most redemptions of the sandbox agree, some are missing on either side', () => {
  const { truth } = sandboxBooks(1, TODAY);
  const missing = truth.filter((link) => link.posIndexes.length === 0).length / truth.length;
  expect(missing).toBeGreaterThan(0.03);
  expect(missing).toBeLessThan(0.13);
});

it('the sandbox is the same on the same day, whatever the time', () => {
  expect(sandboxBooks(5, `${TODAY}T15:00:00Z`)).toEqual(sandboxBooks(5, TODAY));
  expect(() => sandboxBooks(5, 'yesterday')).toThrow(/today/);
});
