import { StartJobRequestWire } from './jobs.ts';

const transaction = { amount: 40 };
const id = '6f1d0f5e-2f0e-4c7a-9f64-0f4a5d3f9a11';

describe('starting a job', () => {
  it('takes transactions, or the uploads that hold them', () => {
    expect(
      StartJobRequestWire.parse({ reward_transactions: [transaction], pos_transactions: [transaction] })
        .threshold,
    ).toBe(0.95);
    expect(StartJobRequestWire.safeParse({ reward_upload_id: id, pos_upload_id: id }).success).toBe(true);
  });

  it('refuses a side that is given twice or not at all, naming both sides', () => {
    const parsed = StartJobRequestWire.safeParse({
      reward_transactions: [transaction],
      reward_upload_id: id,
    });
    expect(parsed.error?.issues.map((issue) => issue.path[0])).toEqual([
      'reward_transactions',
      'pos_transactions',
    ]);
  });
});
