// Models on a process they never met: the nearest to how far the method travels, and the source of its bounds.
import type { Plan, ServiceEncoder } from '@medspasync/matching/stages';
import { type Approval, type ApprovalBounds, approvalBound } from './approval-bound.ts';
import { booksOf, makeBooks, SPLITS, type Split } from './curriculum.ts';
import { type JudgedReward, judgeBooks } from './evaluate-engine.ts';
import type { HeldOutReward } from './held-out.ts';
import type { LabelledBooks } from './label-pairs.ts';
import { scorerFor } from './scorer-for.ts';
import type { Training } from './train-model.ts';

/** Judges every process by the model that never met it, on the books of a split. */
async function judgeStrangers(
  { strangersTo }: Training,
  plan: Plan,
  encoder: ServiceEncoder,
  split: Split,
  bounds: ApprovalBounds,
  visit: (
    judged: JudgedReward,
    reward: number,
    books: LabelledBooks,
    kind: string,
    difficulty: string,
  ) => void,
): Promise<void> {
  for (const [process, model] of strangersTo) {
    const scorer = await scorerFor(model, plan, bounds, encoder);
    for (const options of booksOf(split, [process])) {
      const books = makeBooks(options);
      const kind = `${process} · ${options.difficulty}`;
      for (const [i, judged] of (await judgeBooks(books, scorer)).entries())
        visit(judged, i, books, kind, options.difficulty);
    }
  }
}

export async function measureBounds(
  training: Training,
  plan: Plan,
  encoder: ServiceEncoder,
): Promise<ApprovalBounds> {
  const open: Approval[] = [];
  const agreeing: Approval[] = [];
  await judgeStrangers(
    training,
    plan,
    encoder,
    SPLITS.calibration,
    { approveFrom: 0, approveAgreeingFrom: 0 },
    ({ result, probability, isTrue, named }, reward, books, kind, difficulty) => {
      if (!named) return;
      const approvals = amountsAgree(books, reward, result.posIndexes) ? agreeing : open;
      approvals.push({ books: kind, difficulty, probability, isTrue });
    },
  );
  const approveAgreeingFrom = approvalBound(agreeing);
  const approved = agreeing.filter(({ probability }) => probability >= approveAgreeingFrom);
  return { approveFrom: approvalBound(open, approved), approveAgreeingFrom };
}

/** Within a tip or a tax; see the engine's own finding. */
const NEAR_SHARE = 0.05;

function amountsAgree(
  { rewards, pos }: LabelledBooks,
  reward: number,
  posIndexes: readonly number[],
): boolean {
  const sold = posIndexes.reduce((sum, index) => sum + pos[index]!.amountCents, 0);
  const { amountCents } = rewards[reward]!;
  return Math.abs(sold - amountCents) <= NEAR_SHARE * Math.max(sold, amountCents);
}

/** The held-out books of each process, judged by the model that never met it. */
export async function judgeLeftOut(
  training: Training,
  plan: Plan,
  encoder: ServiceEncoder,
  bounds: ApprovalBounds,
): Promise<HeldOutReward[]> {
  const rewards: HeldOutReward[] = [];
  await judgeStrangers(training, plan, encoder, SPLITS.heldOut, bounds, (judged, _, __, books) => {
    rewards.push({ ...judged, books });
  });
  return rewards;
}
