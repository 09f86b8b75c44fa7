// Ranges of rewards that were compared apart, as if they had been compared in one go: the same pairs, the same distinct inputs
// under the same numbers.
import { type Candidates, type Compared, DistinctInputs, type Inputs } from '../domain.ts';

/** `parts` are in the order of their rewards, at least one, over the same records and comparisons. */
export function mergeCompared(parts: readonly Compared[]): Compared {
  const candidates = mergeCandidates(parts.map((part) => part.candidates));
  return {
    candidates,
    inputs: parts[0]!.inputs.map((_, c) =>
      mergeInputs(
        parts.map((part) => part.inputs[c]!),
        candidates.count,
      ),
    ),
    dropped: parts.reduce((sum, part) => sum + part.dropped, 0),
  };
}

function mergeCandidates(parts: readonly Candidates[]): Candidates {
  const sumOf = (key: 'count' | 'proposed' | 'skippedBlocks'): number =>
    parts.reduce((sum, part) => sum + part[key], 0);
  const count = sumOf('count');
  const reward = new Int32Array(count);
  const pos = new Int32Array(count);
  const rule = new Uint8Array(count);
  let at = 0;
  for (const part of parts) {
    reward.set(part.reward, at);
    pos.set(part.pos, at);
    rule.set(part.rule, at);
    at += part.count;
  }
  return { count, reward, pos, rule, proposed: sumOf('proposed'), skippedBlocks: sumOf('skippedBlocks') };
}

/** Each part numbers its inputs as its pairs come to have them, and so does the whole. */
function mergeInputs(parts: readonly Inputs[], pairs: number): Inputs {
  const { width } = parts[0]!;
  const distinct = new DistinctInputs(width);
  const inputOf = new Int32Array(pairs);
  let at = 0;
  for (const { values, inputOf: ownOf } of parts) {
    const numberOf = new Int32Array(values.length / width);
    for (let own = 0; own < numberOf.length; own++) {
      for (let f = 0; f < width; f++) distinct.row[f] = values[own * width + f]!;
      numberOf[own] = distinct.idOfRow();
    }
    for (let i = 0; i < ownOf.length; i++) inputOf[at++] = numberOf[ownOf[i]!]!;
  }
  return { width, values: distinct.toArray(), inputOf };
}
