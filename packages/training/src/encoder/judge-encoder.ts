// What an encoder knows of wordings it has never seen.
import { meaningSimilarity, parseService, type ServiceEncoder, wordingOf } from '@medspasync/matching/stages';
import { areaUnderCurve } from '../measure-quality.ts';
import type { Treatment } from './knowledge/index.ts';
import { relationOf } from './relation.ts';
import type { Lesson } from './wordings.ts';

export interface EncoderJudgement {
  wordings: number;
  /** Share of unseen wordings whose nearest learned wording is of the same treatment. */
  topOne: number;
  /** Chance that two wordings of one treatment are closer than two that are apart; and than two brands of one family. */
  auc: number;
  aucOfRivalBrands: number;
  /** Cosines by relation: the 5th, 50th and 95th percentile. */
  cosines: Map<string, { pairs: number; low: number; middle: number; high: number }>;
  /** Unseen wordings whose nearest learned wording is of another treatment. */
  misses: { wording: string; treatment: string; nearest: string; nearestTreatment: string }[];
}

interface Written {
  treatment: Treatment;
  wording: string;
}

export function judgeEncoder(
  encoder: Pick<ServiceEncoder, 'encodeNow'>,
  width: number,
  lessons: readonly Lesson[],
  exam: readonly Lesson[],
): EncoderJudgement {
  const learned = written(lessons);
  const unseen = written(exam);
  const vectors = encoder.encodeNow(
    [...unseen, ...learned].map(({ wording }) => wordingOf(parseService(wording).text)),
  );
  const cosine = (i: number, k: number): number => meaningSimilarity(vectors, width, i, k);

  const misses: EncoderJudgement['misses'] = [];
  for (const [i, { treatment, wording }] of unseen.entries()) {
    const nearest = learned[nearestOf(learned.length, (k) => cosine(i, unseen.length + k))]!;
    if (nearest.treatment.key !== treatment.key) {
      misses.push({
        wording,
        treatment: treatment.key,
        nearest: nearest.wording,
        nearestTreatment: nearest.treatment.key,
      });
    }
  }
  const byRelation = cosinesByRelation(unseen, cosine);
  const same = byRelation.get('same') ?? [];
  const rivals = byRelation.get('rival brands') ?? [];
  return {
    wordings: unseen.length,
    topOne: 1 - misses.length / unseen.length,
    auc: aucOf(same, [...rivals, ...(byRelation.get('apart') ?? [])]),
    aucOfRivalBrands: aucOf(same, rivals),
    cosines: new Map([...byRelation].map(([relation, found]) => [relation, spreadOf(found)])),
    misses,
  };
}

/** Wordings with the places of their templates filled with the same words everywhere. */
const written = (lessons: readonly Lesson[]): Written[] =>
  lessons.flatMap(({ treatment, wordings }) =>
    wordings.map((wording) => ({
      treatment,
      wording: wording.replace('{n}', '20').replace('{area}', 'forehead'),
    })),
  );

function nearestOf(count: number, similarityTo: (k: number) => number): number {
  let nearest = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < count; k++) {
    const similarity = similarityTo(k);
    if (similarity > most) {
      most = similarity;
      nearest = k;
    }
  }
  return nearest;
}

/** Pairs of unseen wordings; `rival brands` are those apart within one family. A wording that says nothing is far from all. */
function cosinesByRelation(
  unseen: readonly Written[],
  cosine: (i: number, k: number) => number,
): Map<string, number[]> {
  const byRelation = new Map<string, number[]>();
  for (let i = 0; i < unseen.length; i++) {
    for (let k = 0; k < i; k++) {
      const [a, b] = [unseen[i]!.treatment, unseen[k]!.treatment];
      const relation = relationOf(a, b);
      const name = relation === 'apart' && a.family === b.family ? 'rival brands' : relation;
      const similarity = cosine(i, k);
      const found = byRelation.get(name) ?? [];
      byRelation.set(name, found);
      found.push(Number.isNaN(similarity) ? 0 : similarity);
    }
  }
  return byRelation;
}

const aucOf = (positives: readonly number[], negatives: readonly number[]): number =>
  areaUnderCurve(
    Float64Array.from([...positives, ...negatives]),
    Uint8Array.from({ length: positives.length + negatives.length }, (_, i) => Number(i < positives.length)),
  );

function spreadOf(cosines: readonly number[]) {
  const sorted = [...cosines].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))]!;
  return { pairs: sorted.length, low: at(0.05), middle: at(0.5), high: at(0.95) };
}
