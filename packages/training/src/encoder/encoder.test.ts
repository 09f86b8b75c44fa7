import { loadEncoder, runtimeEncoderOf } from '@medspasync/matching/node';
import { meaningSimilarity, parseService, wordingOf } from '@medspasync/matching/stages';
import { packEncoder, quantise } from './export-encoder.ts';
import { judgeEncoder } from './judge-encoder.ts';
import { EXAM } from './knowledge/exam.ts';
import { kitWordings, TREATMENTS } from './knowledge/index.ts';
import { bucketsOfText, DEFAULT_TRAINING, trainEncoder, WIDTH } from './train-encoder.ts';
import { bareWording, splitWordings } from './wordings.ts';

const { lessons, exam } = splitWordings();
const QUICK = { ...DEFAULT_TRAINING, steps: 3 };

describe('the wordings', () => {
  it('that are examined are in no lesson, whatever their counts and areas', () => {
    const learned = new Set(lessons.flatMap(({ wordings }) => wordings.map(bareWording)));
    const examined = exam.flatMap(({ wordings }) => wordings);
    expect(examined.length).toBeGreaterThan(150);
    expect(examined.filter((wording) => learned.has(bareWording(wording)))).toEqual([]);
  });

  it('all belong to a treatment of the lists', () => {
    const known = new Set(TREATMENTS.map(({ key }) => key));
    const named = [...Object.keys(EXAM), ...kitWordings().map(({ key }) => key)];
    expect(named.filter((key) => !known.has(key))).toEqual([]);
    expect(known.size).toBe(TREATMENTS.length);
  });

  it('of every treatment say something', () => {
    for (const { wordings } of lessons)
      for (const wording of wordings) expect(bucketsOfText(wording)).not.toEqual([]);
  });
});

describe('training the service encoder', () => {
  it('gives the same numbers for the same lessons and seed', () => {
    const few = lessons.slice(0, 8);
    expect(trainEncoder(few, QUICK)).toEqual(trainEncoder(few, QUICK));
    expect(trainEncoder(few, { ...QUICK, seed: 8 })).not.toEqual(trainEncoder(few, QUICK));
  });

  it('exports what it learned: the runtime adds up the very rows of the table', async () => {
    const table = quantise(trainEncoder(lessons.slice(0, 8), QUICK));
    const { model, manifest } = packEncoder(table, {
      version: 'test',
      leastLength: 0,
      trainedAt: '2026-01-01',
      trainingWordings: 8,
      heldOut: { wordings: 0, topOne: 0, auc: 0 },
    });
    const encoder = await runtimeEncoderOf(model, manifest);
    const text = 'onabotulinumtoxinA 40u glabella';
    const expected = new Float32Array(WIDTH);
    for (const bucket of bucketsOfText(text)) {
      for (let d = 0; d < WIDTH; d++) expected[d] = expected[d]! + table[bucket * WIDTH + d]!;
    }
    expect(await encoder.encode([wordingOf(parseService(text).text)])).toEqual(expected);
  });
});

describe('the service encoder in use', () => {
  it('knows wordings it has never seen, and keeps rival brands apart', async () => {
    const encoder = await loadEncoder();
    const judged = judgeEncoder(encoder, encoder.manifest.width, lessons, exam);
    expect(judged.topOne).toBeGreaterThan(0.9);
    expect(judged.auc).toBeGreaterThan(0.99);
    expect(judged.aucOfRivalBrands).toBeGreaterThan(0.95);
    expect(judged.topOne).toBe(encoder.manifest.heldOut.topOne);
  });

  it('lets onabotulinumtoxinA 40u, Tox – forehead and Botox Cosmetic meet, and Dysport stay apart', async () => {
    const encoder = await loadEncoder();
    const texts = ['onabotulinumtoxinA 40u', 'Tox – forehead', 'BOTOX® Cosmetic', 'Dysport 40u'];
    const learned = new Set(lessons.flatMap(({ wordings }) => wordings.map(bareWording)));
    expect(texts.slice(0, 2).some((text) => learned.has(bareWording(text)))).toBe(false);
    const vectors = encoder.encodeNow(texts.map((text) => wordingOf(parseService(text).text)));
    const cosine = (a: number, b: number) => meaningSimilarity(vectors, encoder.manifest.width, a, b);
    for (const [a, b] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const)
      expect(cosine(a, b)).toBeGreaterThan(0.6);
    for (const a of [0, 2]) expect(cosine(a, 3)).toBeLessThan(0.45);
  });
});
