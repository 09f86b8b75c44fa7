import { pairsFromDecisions } from './decided-pairs.ts';

const reward = { customerName: 'Ann Lee', amountCents: 5000 };
const own = { customerName: 'Ann Lee', amountCents: 6000 };
const other = { customerName: 'Anne Li', amountCents: 5000 };

describe('decisions as labelled pairs', () => {
  it('an approved pair is a match, and the runner-up somebody passed over is none', () => {
    expect(pairsFromDecisions([{ reward, pos: [own], runnerUp: other, decision: 'approved' }])).toEqual([
      { reward, pos: own, isMatch: true },
      { reward, pos: other, isMatch: false },
    ]);
  });

  it('a rejected pair is none, and says nothing about the runner-up', () => {
    expect(pairsFromDecisions([{ reward, pos: [own], runnerUp: other, decision: 'rejected' }])).toEqual([
      { reward, pos: own, isMatch: false },
    ]);
  });

  it('a re-paired reward matches what was chosen, and the proposal was wrong', () => {
    const decided = { reward, pos: [other], runnerUp: own, decision: { chosen: [own] } };
    expect(pairsFromDecisions([decided])).toEqual([
      { reward, pos: own, isMatch: true },
      { reward, pos: other, isMatch: false },
    ]);
  });

  it('a runner-up that nothing tells apart from the match is left out', () => {
    const twin = { ...own, transactionId: 'another row' };
    expect(pairsFromDecisions([{ reward, pos: [own], runnerUp: twin, decision: 'approved' }])).toHaveLength(
      1,
    );
  });

  it('a pair decided both ways, and refunds, are left out', () => {
    const back = { ...own, type: 'refund' as const };
    expect(
      pairsFromDecisions([
        { reward, pos: [own], runnerUp: null, decision: 'approved' },
        { reward, pos: [own], runnerUp: null, decision: 'rejected' },
        { reward, pos: [back], runnerUp: null, decision: 'approved' },
      ]),
    ).toEqual([]);
  });
});
