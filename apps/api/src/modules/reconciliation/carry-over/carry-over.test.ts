import { carryOver, type EarlierDecision, type NewRow } from './carry-over.ts';

const decision = (more: Partial<EarlierDecision> = {}): EarlierDecision => ({
  id: 'd1',
  verdict: 'approved',
  ownId: 'R1',
  foundPosIds: ['P1'],
  chosenPosIds: [],
  isProposed: false,
  ...more,
});

const row = (ownId: string, ...posIds: string[]): NewRow => ({
  id: `row of ${ownId}`,
  ownId,
  side: 'reward',
  isMatch: false,
  posIds,
});

/** The new job has these rows, and every transaction as it was but those of `now`. */
function carry(decisions: EarlierDecision[], rows: NewRow[], now: Record<string, string | null> = {}) {
  const ids = decisions.flatMap(({ chosenPosIds, foundPosIds, ownId }) => [
    ownId,
    ...foundPosIds,
    ...chosenPosIds,
  ]);
  const versions = ids.flatMap((id): [string, { id: string; changedFields: ['amount'] | [] }][] => {
    const current = id in now ? now[id] : id;
    return current ? [[id, { id: current, changedFields: current === id ? [] : ['amount'] }]] : [];
  });
  const { carried, reopened } = carryOver({
    decisions,
    rows: new Map(rows.map((one) => [one.ownId, one])),
    versions: new Map(versions),
  });
  return {
    carried: carried.map(({ posIds, resultId, verdict }) => [resultId, verdict, ...posIds]),
    reopened: reopened.map(({ changedFields, resultId, why }) => [resultId, why, ...changedFields]),
  };
}

const rePaired = decision({ verdict: 're_paired', chosenPosIds: ['P2'] });
const writtenOff = decision({ verdict: 'written_off' });
const rejected = decision({ verdict: 'rejected' });

describe('a decision stands', () => {
  test.each<[string, EarlierDecision, NewRow, unknown[]]>([
    ['approved, the same pair found', decision(), row('R1', 'P1'), ['row of R1', 'approved']],
    ['rejected, the same pair found', rejected, row('R1', 'P1'), ['row of R1', 'rejected']],
    ['written off, the same pair found', writtenOff, row('R1', 'P1'), ['row of R1', 'written_off']],
    ['written off, no pair found any more', writtenOff, row('R1'), ['row of R1', 'written_off']],
    [
      'an approved pair that was not found again is a pair a person chose',
      decision(),
      row('R1', 'P9'),
      ['row of R1', 're_paired', 'P1'],
    ],
    ['paired anew, another pair found', rePaired, row('R1', 'P1'), ['row of R1', 're_paired', 'P2']],
    ['paired anew, that pair found by now', rePaired, row('R1', 'P2'), ['row of R1', 'approved']],
    [
      'split over two sales, found in the other order',
      decision({ foundPosIds: ['P1', 'P2'] }),
      row('R1', 'P2', 'P1'),
      ['row of R1', 'approved'],
    ],
    [
      'a sale written off that nothing claims',
      decision({ verdict: 'written_off', ownId: 'P1' }),
      row('P1', 'P1'),
      ['row of P1', 'written_off'],
    ],
  ])('%s', (_, earlier, now, expected) => {
    expect(carry([earlier], [now])).toEqual({ carried: [expected], reopened: [] });
  });
});

describe('a decision is open again', () => {
  test.each<[string, EarlierDecision, NewRow, Record<string, string | null>, unknown[]]>([
    ['when its reward has changed', decision(), row('R1b', 'P1'), { R1: 'R1b' }, ['row_changed', 'amount']],
    ['when its sale has changed', decision(), row('R1', 'P1b'), { P1: 'P1b' }, ['sale_changed', 'amount']],
    ['also one rejected', rejected, row('R1', 'P1b'), { P1: 'P1b' }, ['sale_changed', 'amount']],
    ['when its sale is not there', decision(), row('R1'), { P1: null }, ['sale_missing']],
    ['when a written-off reward has found a sale', writtenOff, row('R1', 'P9'), {}, ['another_sale']],
  ])('%s', (_, earlier, now, versions, [why, ...fields]) => {
    expect(carry([earlier], [now], versions)).toEqual({
      carried: [],
      reopened: [[now.id, why, ...fields]],
    });
  });
});

test('nothing is said of a rejected pair that nobody proposes any more, or of a row that is not there', () => {
  expect(carry([rejected], [row('R1', 'P9')])).toEqual({ carried: [], reopened: [] });
  expect(carry([rejected], [row('R1')])).toEqual({ carried: [], reopened: [] });
  expect(carry([decision()], [], { R1: null })).toEqual({ carried: [], reopened: [] });
});
