// What each comparison contributes, asked of the model once per distinct input. A contribution depends on its own
// comparison's features only, so the distinct inputs of all comparisons share the model's rows: row k carries the k-th
// of each.
import type { Inputs } from '../domain.ts';
import { type Batching, inBatches } from './batching.ts';
import type { Scorer } from './scorer.ts';

/** By comparison: the model's log-odds for each of its distinct inputs. */
export async function contributionsByInput(
  inputs: readonly Inputs[],
  scorer: Scorer,
  batching: Batching,
): Promise<Float32Array[]> {
  const found = inputs.map(({ values, width }) => new Float32Array(values.length / width));
  const rows = found.reduce((most, { length }) => Math.max(most, length), 0);
  const width = inputs.reduce((sum, input) => sum + input.width, 0);
  await inBatches(rows, batching, async (from, to) => {
    const answer = await scorer.contributions(packed(inputs, width, from, to), to - from);
    for (const [c, logOdds] of found.entries()) {
      const end = Math.min(to, logOdds.length);
      for (let d = from; d < end; d++) logOdds[d] = answer[(d - from) * found.length + c]!;
    }
  });
  return found;
}

/** Model rows of the distinct inputs `from … to`; missing where a comparison has fewer. */
function packed(inputs: readonly Inputs[], width: number, from: number, to: number): Float32Array {
  const rows = new Float32Array((to - from) * width).fill(Number.NaN);
  let offset = 0;
  for (const { width: own, values } of inputs) {
    const end = Math.min(to, values.length / own);
    for (let d = from; d < end; d++) {
      const at = (d - from) * width + offset;
      for (let f = 0; f < own; f++) rows[at + f] = values[d * own + f]!;
    }
    offset += own;
  }
  return rows;
}
