// Why true pairs were missed, stage by stage: what a change of blocking, scoring or assignment could still win.
import type { Scorer } from '@medspasync/matching';
import { block, compare, normalise, type Plan, score, understandNow } from '@medspasync/matching/stages';
import type { JudgedReward } from './evaluate-engine.ts';
import type { LabelledBooks } from './label-pairs.ts';

export const MISS_CAUSES = [
  'not proposed',
  'too unlikely',
  'part of a sum',
  'another preferred',
  'held back',
] as const;
export type MissCause = (typeof MISS_CAUSES)[number];

export interface Misses {
  toFind: number;
  /** Share of true pairs among the candidates: pair completeness. */
  proposed: number;
  causes: Record<MissCause, number>;
}

const UNSTOPPABLE = { checkpoint: () => undefined };

/** Looks up every true pair of judged books at every stage. */
export async function findMisses(
  books: LabelledBooks,
  judged: readonly JudgedReward[],
  scorer: Scorer,
  plan: Plan,
): Promise<Misses> {
  const records = understandNow(normalise(books), scorer.encoder);
  const candidates = block(records, plan.blockOn, plan.gate);
  const { logOdds } = await score(
    records,
    compare(records, candidates, plan.comparisons),
    scorer,
    UNSTOPPABLE,
  );
  const pairOf = new Map<number, number>();
  const keyOf = (r: number, p: number): number => r * records.pos.count + p;
  for (let i = 0; i < candidates.count; i++) {
    pairOf.set(keyOf(candidates.reward[i]!, candidates.pos[i]!), i);
  }
  const claimedPos = new Set(
    judged.flatMap(({ result }) => (result.result === 'match' ? result.posIndexes : [])),
  );
  const causes = Object.fromEntries(MISS_CAUSES.map((cause) => [cause, 0])) as Record<MissCause, number>;
  let toFind = 0;
  let proposed = 0;
  for (const [i, link] of books.truth.entries()) {
    const { result, right, toFind: wanted } = judged[i]!;
    const claimed = result.result === 'match' ? result.posIndexes : [];
    let left = wanted - right;
    for (const pos of link.posIndexes) {
      toFind++;
      const pair = pairOf.get(keyOf(records.rewards.distinctOf[i]!, records.pos.distinctOf[pos]!));
      if (pair !== undefined) proposed++;
      if (left <= 0 || claimed.includes(pos)) continue;
      left--;
      const isGroup = link.posIndexes.length > 1 || link.errors.includes('multi-certificate');
      const cause: MissCause =
        pair === undefined
          ? 'not proposed'
          : isGroup
            ? 'part of a sum'
            : claimed.length > 0 || claimedPos.has(pos)
              ? 'another preferred'
              : logOdds[pair]! <= 0
                ? 'too unlikely'
                : 'held back';
      causes[cause]++;
    }
  }
  return { toFind, proposed, causes };
}

/** Sums over several books. */
export function addMisses(all: readonly Misses[]): Misses {
  const causes = Object.fromEntries(
    MISS_CAUSES.map((cause) => [cause, all.reduce((sum, misses) => sum + misses.causes[cause], 0)]),
  ) as Record<MissCause, number>;
  return {
    toFind: all.reduce((sum, misses) => sum + misses.toFind, 0),
    proposed: all.reduce((sum, misses) => sum + misses.proposed, 0),
    causes,
  };
}
