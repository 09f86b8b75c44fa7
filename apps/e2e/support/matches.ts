// A matches file to compare with, made by the engine under Node from the same bytes.
import { importTransactions } from '@medspasync/importing';
import { reconcile } from '@medspasync/matching';
import { loadScorer } from '@medspasync/matching/node';
import type { Transaction, UploadSide } from '@medspasync/schemas';
import type { BookFiles, Upload } from './books.ts';

export interface Match {
  /** Reward, sales and result as the file writes them. */
  pair: string;
  probability: number;
}

/** The first four columns of a matches file whose ids hold no comma. */
export function readMatches(csv: string): Match[] {
  const [header, ...lines] = csv.trim().split('\r\n');
  if (!header?.startsWith('reward_id,pos_ids,result,match_probability'))
    throw new Error(`not a matches file: ${header}`);
  return lines.map((line) => {
    const [reward, pos, result, probability] = line.split(',');
    return { pair: `${reward} ${pos} ${result}`, probability: Number(probability) };
  });
}

export async function matchesInNode(files: BookFiles): Promise<Match[]> {
  const rewards = await transactionsOf(files.rewards, 'reward');
  const pos = await transactionsOf(files.pos, 'pos');
  const { results } = await reconcile({ rewards, pos }, { scorer: await loadScorer() });
  return results.map(({ rewardIndex, posIndexes, result, matchProbability }) => {
    const reward = rewardIndex === null ? '' : rewards[rewardIndex]!.transactionId;
    const sales = posIndexes.map((index) => pos[index]!.transactionId).join(';');
    return { pair: `${reward} ${sales} ${result}`, probability: matchProbability };
  });
}

async function transactionsOf({ name, buffer }: Upload, side: UploadSide): Promise<Transaction[]> {
  const source = {
    filename: name,
    async *stream() {
      yield buffer;
    },
  };
  return (await importTransactions(source, { side })).transactions;
}
