// Holds a file of matches against the truth of its books: `score-matches.mjs MATCHES TRUTH` prints precision, recall and F1.
// A process of its own: a million rows in the bench's memory would be counted by the kernel to every process it starts later.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/**
 * Cells of the lines after the header. Ids of the bench's books hold no comma and no quote, and they come first.
 * @param {string} file
 */
async function* rowsOf(file) {
  let isHeader = true;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    if (!isHeader) yield line.split(',', 4);
    isHeader = false;
  }
}

/** @param {string | undefined} cell */
const idsOf = (cell) => (cell ? cell.split(';') : []);

/**
 * Pairs of a reward and a POS row. A POS row rung up twice is right in either copy, a redemption entered twice in either
 * entry, and no pair is counted twice.
 * @param {string} matchesFile `reward_id,pos_ids,result,…`
 * @param {string} truthFile `reward_id,original_id,pos_ids,copy_ids`, an original before or after its copies
 */
async function scoreMatches(matchesFile, truthFile) {
  /** @type {Map<string, { left: number, answers: string[] }>} */
  const originals = new Map();
  /** @type {Map<string, string>} */
  const originalOf = new Map();
  let toFind = 0;
  for await (const [reward = '', original = '', pos, copies] of rowsOf(truthFile)) {
    originalOf.set(reward, original);
    if (reward !== original) continue;
    const ids = idsOf(pos);
    toFind += ids.length;
    originals.set(reward, { left: ids.length, answers: [...ids, ...idsOf(copies)] });
  }

  let claimed = 0;
  let right = 0;
  for await (const [reward = '', pos, result] of rowsOf(matchesFile)) {
    if (result !== 'match') continue;
    const truth = originals.get(originalOf.get(reward) ?? '');
    for (const id of idsOf(pos)) {
      claimed += 1;
      if (!truth || truth.left === 0 || !truth.answers.includes(id)) continue;
      truth.left -= 1;
      right += 1;
    }
  }
  const precision = claimed === 0 ? 0 : right / claimed;
  const recall = toFind === 0 ? 0 : right / toFind;
  return { precision, recall, f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

const [matches = '', truth = ''] = process.argv.slice(2);
console.log(JSON.stringify(await scoreMatches(matches, truth)));
