import { normalise } from '../normalise/normalise.ts';
import { rewardsToPos } from '../plans/rewards-to-pos.ts';
import { block } from './block.ts';

const pairs = (reward: object, pos: object): number => {
  const others = Array.from({ length: 60 }, (_, i) => ({
    customerName: `Alma Quist${i}`,
    amountCents: 9000 + i,
    date: `19${30 + i}-04-0${1 + (i % 9)}`,
  }));
  const records = normalise({
    rewards: [{ amountCents: 4137, ...reward }],
    pos: [{ amountCents: 4137, ...pos }, ...others],
  });
  return block(records, rewardsToPos.blockOn, rewardsToPos.gate).count;
};

describe('in a file where few rows share anything', () => {
  it('a rare amount finds a mistyped name on a mistyped day', () => {
    expect(
      pairs(
        { customerName: 'Glenn Cummins', date: '1984-07-24' },
        { customerName: 'Glen Cumnins', date: '1948-07-24' },
      ),
    ).toBe(1);
  });

  it('a rare name finds its pair when amount and day are both mistyped', () => {
    expect(
      pairs(
        { customerName: 'Yolanda Antonini', date: '1964-03-04' },
        { customerName: 'Yolanda Amtonini', date: '1946-03-04', amountCents: 1437 },
      ),
    ).toBe(1);
  });

  it('a quiet day finds half a name', () => {
    expect(
      pairs(
        { customerName: 'Jessica Melton', date: '1932-08-27' },
        { customerName: 'Jessica', date: '1932-08-27', amountCents: 4173 },
      ),
    ).toBe(1);
  });

  it('nothing in common finds nobody', () => {
    expect(
      pairs(
        { customerName: 'Jessica Melton', date: '1932-08-27' },
        { customerName: 'Robert Kuiper', date: '1999-01-02', amountCents: 99 },
      ),
    ).toBe(0);
  });
});
