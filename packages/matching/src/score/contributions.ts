// What each comparison contributes, asked of the model once per kind of input unless whoever compared has asked already. A contribution depends on its own
// comparison's features only, so the kinds of all comparisons share the model's rows: row k carries the k-th of each.
import type { Inputs } from '../domain.ts';
import { allDifferent, type Kinds, kindsOf } from './alike.ts';
import { type Batching, inBatches } from './batching.ts';
import type { Scorer } from './scorer.ts';
import type { TreeEvaluator } from './tree-evaluator.ts';

/** By comparison: the model's log-odds for each of its distinct inputs. */
export async function contributionsByInput(
  inputs: readonly Inputs[],
  scorer: Scorer,
  batching: Batching,
): Promise<Float32Array[]> {
  const known = inputs.flatMap(({ logOdds }) => logOdds ?? []);
  if (known.length === inputs.length) return known;
  const kinds = kindsByComparison(inputs, scorer);
  const found = kinds.map(({ example }) => new Float32Array(example.length));
  const rows = found.reduce((most, { length }) => Math.max(most, length), 0);
  await inBatches(rows, batching, async (from, to) => {
    if (scorer.evaluator) {
      evaluate(scorer.evaluator, inputs, kinds, found, from, to);
      return;
    }
    const answer = await scorer.contributions(packed(inputs, kinds, from, to), to - from);
    for (const [c, logOdds] of found.entries()) {
      const end = Math.min(to, logOdds.length);
      for (let k = from; k < end; k++) logOdds[k] = answer[(k - from) * found.length + c]!;
    }
  });
  return kinds.map(({ kindOf }, c) => new Float32Array(kindOf.length).map((_, i) => found[c]![kindOf[i]!]!));
}

function kindsByComparison(inputs: readonly Inputs[], { cuts }: Scorer): Kinds[] {
  let offset = 0;
  return inputs.map(({ values, width }) => {
    const own = cuts?.features.slice(offset, offset + width);
    offset += width;
    return own === undefined ? allDifferent(values.length / width) : kindsOf(values, own);
  });
}

/** The kinds `from … to` of each comparison, where the model's trees are known. */
function evaluate(
  { contributions }: TreeEvaluator,
  inputs: readonly Inputs[],
  kinds: readonly Kinds[],
  found: readonly Float32Array[],
  from: number,
  to: number,
): void {
  for (const [c, logOdds] of found.entries()) {
    const { values, width } = inputs[c]!;
    const { example } = kinds[c]!;
    const sumOf = contributions[c]!;
    const end = Math.min(to, logOdds.length);
    for (let k = from; k < end; k++) logOdds[k] = sumOf(values, example[k]! * width);
  }
}

/** Model rows of the kinds `from … to`; missing where a comparison has fewer. */
function packed(inputs: readonly Inputs[], kinds: readonly Kinds[], from: number, to: number): Float32Array {
  const width = inputs.reduce((sum, input) => sum + input.width, 0);
  const rows = new Float32Array((to - from) * width).fill(Number.NaN);
  let offset = 0;
  for (const [c, { width: own, values }] of inputs.entries()) {
    const { example } = kinds[c]!;
    const end = Math.min(to, example.length);
    for (let k = from; k < end; k++) {
      const at = (k - from) * width + offset;
      for (let f = 0; f < own; f++) rows[at + f] = values[example[k]! * own + f]!;
    }
    offset += own;
  }
  return rows;
}
