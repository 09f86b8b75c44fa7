import type { Transaction } from '@medspasync/schemas';
import { normalise } from '../normalise/normalise.ts';
import { rewardsToPos } from '../plans/rewards-to-pos.ts';
import { block } from './block.ts';

const row = (changes: Partial<Transaction> = {}): Transaction => ({
  customerName: 'Rosamund Vandenberg',
  amountCents: 7500,
  date: '2025-02-11',
  service: 'Botox 20 units',
  provider: 'Dr. Lee',
  ...changes,
});

/** A married name: no strong rule finds it. */
const married = (changes: Partial<Transaction> = {}) =>
  row({ customerName: 'Rosamund Lindholm', ...changes });

/** "0:1" for each pair found: the first reward with the second sale. */
function found(rewards: Transaction[], pos: Transaction[]): string[] {
  const records = normalise({ rewards, pos });
  const { count, reward, pos: sale } = block(records, rewardsToPos.blockOn, rewardsToPos.gate);
  const rowsOf = ({ memberStart, members }: typeof records.pos, distinct: number) => [
    ...members.subarray(memberStart[distinct], memberStart[distinct + 1]),
  ];
  return Array.from({ length: count }, (_, i) =>
    rowsOf(records.rewards, reward[i]!).flatMap((r) => rowsOf(records.pos, sale[i]!).map((p) => `${r}:${p}`)),
  ).flat();
}

describe('a reward that has found its sale', () => {
  it('looks no further', () => {
    expect(found([row()], [row(), married()])).toEqual(['0:0']);
  });

  it('looks further when the sale is another sum, which may be another visit', () => {
    expect(found([row()], [row({ amountCents: 31_000 }), married()])).toContain('0:1');
  });

  it('looks further when the sale, phone and all, is smaller than the reward', () => {
    const phone = { customerPhone: '555-201-7788' };
    const sales = [row({ ...phone, amountCents: 4000 }), married({ amountCents: 3500 })];
    expect(found([row(phone)], sales)).toContain('0:1');
  });

  it('looks further when the sale is of a relative with the same phone', () => {
    const phone = { customerPhone: '555-201-7788' };
    const sales = [row({ ...phone, customerName: 'Carol Vandenberg' }), married()];
    expect(found([row(phone)], sales)).toContain('0:1');
  });

  it('looks further when it was redeemed twice that day', () => {
    expect(found([row(), row()], [row(), married()])).toEqual(expect.arrayContaining(['0:1', '1:1']));
  });

  it('looks further when the patient came again in the same week', () => {
    const visits = [row(), row({ date: '2025-02-12' })];
    expect(found(visits, [row(), married({ date: '2025-02-12' })])).toContain('1:1');
  });

  it('looks no further when there is a sale for each of its visits', () => {
    const visits = [row(), row({ date: '2025-02-12' })];
    expect(found(visits, [...visits, married()])).not.toContain('0:2');
  });
});
