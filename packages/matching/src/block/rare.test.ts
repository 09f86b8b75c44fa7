import { normalise } from '../normalise/normalise.ts';
import { rewardsToPos } from '../plans/rewards-to-pos.ts';
import { block } from './block.ts';

const pairs = (reward: object, pos: object, shared: object = {}): number => {
  const others = Array.from({ length: 60 }, (_, i) => ({
    customerName: `Alma Quist${i}`,
    amountCents: 9000 + i,
    date: `19${30 + i}-04-0${1 + (i % 9)}`,
    ...shared,
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

  it('a name finds its pair when the other name, the amount and the day are all mistyped', () => {
    expect(
      pairs(
        { customerName: 'Mason Keyes', date: '1964-07-21' },
        { customerName: 'Mason Ekyes', date: '1974-07-21', amountCents: 1437 },
      ),
    ).toBe(1);
  });

  it('initials find a pair of a common amount of which both names and the day are mistyped', () => {
    expect(
      pairs(
        { customerName: 'Rita Goodloe', date: '2024-10-19' },
        { customerName: 'Riba Goodgloe', date: '2042-10-19' },
        { amountCents: 4137 },
      ),
    ).toBe(1);
  });

  it('a mistyped day speaks for a sale of the amount without a name, another day does not', () => {
    const nameless = (date: string) =>
      pairs({ customerName: 'Peter Tipton', date: '2004-06-14' }, { customerName: undefined, date });
    expect(nameless('2004-09-14')).toBe(1);
    expect(nameless('2004-09-29')).toBe(0);
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
