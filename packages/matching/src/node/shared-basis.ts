// What the results of a job are made of, in memory that threads share: each makes some of them.
import { type Assigned, ListsByRow } from '../domain.ts';
import { resultMaker } from '../explain/explain.ts';
import type { ReportBasis, ResultMaker } from '../explain/report-basis.ts';
import { rewardsToPos } from '../plans/rewards-to-pos.ts';
import { movedToShared } from './shared-columns.ts';

type PlainLists = Pick<ListsByRow, 'only' | 'several'>;

/** Plain data that can be posted to any number of threads. */
export interface SharedBasis extends Omit<ReportBasis, 'assigned'> {
  assigned: Omit<Assigned, 'posOfReward' | 'rewardsOfPos'> & {
    posOfReward: PlainLists;
    rewardsOfPos: PlainLists;
  };
}

/** `basis` is handed over: its large columns are empty afterwards. */
export const sharedBasis = ({ assigned, ...found }: ReportBasis): SharedBasis =>
  movedToShared({
    ...found,
    assigned: {
      ...assigned,
      posOfReward: plainLists(assigned.posOfReward),
      rewardsOfPos: plainLists(assigned.rewardsOfPos),
    },
  });

const plainLists = ({ only, several }: ListsByRow): PlainLists => ({ only, several });

/** Makes results of a job under `rewardsToPos`, in any thread. */
export const resultMakerOf = ({ assigned, ...found }: SharedBasis): ResultMaker =>
  resultMaker(
    {
      ...found,
      assigned: {
        ...assigned,
        posOfReward: listsOf(assigned.posOfReward),
        rewardsOfPos: listsOf(assigned.rewardsOfPos),
      },
    },
    rewardsToPos,
  );

const listsOf = ({ only, several }: PlainLists): ListsByRow => new ListsByRow(only, several);
