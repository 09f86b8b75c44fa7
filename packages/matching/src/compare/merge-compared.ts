// Ranges of rewards that were compared apart, as if they had been compared in one go: the same pairs with the same inputs.
import type { Candidates, Compared, Inputs } from '../domain.ts';

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
  const sumOf = (key: 'count' | 'proposed' | 'passedOverRewards'): number =>
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
  return {
    count,
    reward,
    pos,
    rule,
    proposed: sumOf('proposed'),
    passedOverRewards: sumOf('passedOverRewards'),
  };
}

/** The distinct inputs of one part after the other: what several have in common stands there several times. */
function mergeInputs(parts: readonly Inputs[], pairs: number): Inputs {
  const { width } = parts[0]!;
  const inputOf = new Int32Array(pairs);
  let at = 0;
  let before = 0;
  for (const { values, inputOf: ownOf } of parts) {
    for (let i = 0; i < ownOf.length; i++) inputOf[at++] = before + ownOf[i]!;
    before += values.length / width;
  }
  const logOdds = parts.flatMap((part) => part.logOdds ?? []);
  return {
    width,
    values: joined(parts.map(({ values }) => values)),
    inputOf,
    logOdds: logOdds.length === parts.length ? joined(logOdds) : undefined,
  };
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
