// The contrastive loss over one batch (InfoNCE, van den Oord et al. 2018, with several positives per anchor as in Khosla et al. 2020),
// and its gradient. A positive is held against everything that is apart from the anchor, so the hardest negatives weigh most.
import type { Relation } from './relation.ts';

const TEMPERATURE = 0.1;
/** A generic is pulled half as hard towards each brand as wordings of the brand are towards each other, and only this close. */
const KIND_WEIGHT = 0.5;
const KIND_CLOSE_ENOUGH = 0.7;

/** Gradient of the loss with respect to `vectors` (rows of `width`, not normalised). */
export function contrast(
  vectors: Float64Array,
  width: number,
  relationOf: (i: number, k: number) => Relation,
): Float64Array {
  const rows = vectors.length / width;
  const { unit, lengths } = normalised(vectors, width);
  const pulls = new Float64Array(unit.length);
  const similarity = new Float64Array(rows);
  const push = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    const relations = Array.from({ length: rows }, (_, k) => (k === i ? 'open' : relationOf(i, k)));
    for (let k = 0; k < rows; k++) similarity[k] = dot(unit, i, k, width);
    let apart = 0;
    for (let k = 0; k < rows; k++)
      if (relations[k] === 'apart') apart += Math.exp(similarity[k]! / TEMPERATURE);
    push.fill(0);
    let pushed = 0;
    for (let k = 0; k < rows; k++) {
      const weight = weightOf(relations[k]!, similarity[k]!);
      if (weight === 0) continue;
      const own = Math.exp(similarity[k]! / TEMPERATURE);
      push[k] = push[k]! - (weight * apart) / (own + apart);
      pushed += weight / (own + apart);
    }
    for (let k = 0; k < rows; k++) {
      if (relations[k] === 'apart') push[k] = pushed * Math.exp(similarity[k]! / TEMPERATURE);
      if (push[k] === 0) continue;
      for (let d = 0; d < width; d++) {
        pulls[i * width + d] = pulls[i * width + d]! + push[k]! * unit[k * width + d]!;
        pulls[k * width + d] = pulls[k * width + d]! + push[k]! * unit[i * width + d]!;
      }
    }
  }
  return throughNorm(pulls, unit, lengths, width);
}

function weightOf(relation: Relation, similarity: number): number {
  if (relation === 'same') return 1;
  return relation === 'kind' && similarity < KIND_CLOSE_ENOUGH ? KIND_WEIGHT : 0;
}

function normalised(vectors: Float64Array, width: number): { unit: Float64Array; lengths: Float64Array } {
  const rows = vectors.length / width;
  const unit = vectors.slice();
  const lengths = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    lengths[i] = Math.sqrt(dot(vectors, i, i, width)) + 1e-6;
    for (let d = 0; d < width; d++) unit[i * width + d] = unit[i * width + d]! / lengths[i]!;
  }
  return { unit, lengths };
}

/** A gradient on unit vectors as one on the vectors themselves: what points along a vector cannot change its direction. */
function throughNorm(
  gradient: Float64Array,
  unit: Float64Array,
  lengths: Float64Array,
  width: number,
): Float64Array {
  const out = new Float64Array(gradient.length);
  for (let i = 0; i < lengths.length; i++) {
    let along = 0;
    for (let d = 0; d < width; d++) along += gradient[i * width + d]! * unit[i * width + d]!;
    for (let d = 0; d < width; d++) {
      const at = i * width + d;
      out[at] = (gradient[at]! - along * unit[at]!) / lengths[i]!;
    }
  }
  return out;
}

function dot(values: Float64Array, i: number, k: number, width: number): number {
  let sum = 0;
  for (let d = 0; d < width; d++) sum += values[i * width + d]! * values[k * width + d]!;
  return sum;
}
