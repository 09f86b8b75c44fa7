// Writes the books of a bench and their truth into a folder: `make-books.mjs FOLDER '{"seed":1,"rewards":10000,…}'`.
// A process of its own, run through tsx, since the generator is TypeScript and a million rows fill a gigabyte.
import { createWriteStream, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { csvLines, generateBooks } from '@medspasync/test-kit';

const [folder = '', options = ''] = process.argv.slice(2);
const { rewards, pos, truth } = generateBooks(JSON.parse(options));

/** @param {string} name @param {Iterable<string>} lines */
const write = (name, lines) => pipeline(Readable.from(lines), createWriteStream(path.join(folder, name)));

/** @param {readonly number[]} rows */
const posIds = (rows) => rows.map((row) => pos[row]?.transactionId).join(';');

function* truthLines() {
  yield 'reward_id,original_id,pos_ids,copy_ids\n';
  for (const { rewardIndex, copyOf, posIndexes, interchangeable = [] } of truth) {
    const original = rewards[copyOf ?? rewardIndex]?.transactionId;
    yield `${rewards[rewardIndex]?.transactionId},${original},${posIds(posIndexes)},${posIds(interchangeable)}\n`;
  }
}

await write('rewards.csv', csvLines(rewards, 'plain'));
await write('pos.csv', csvLines(pos, 'plain'));
await write('truth.csv', truthLines());
writeFileSync(
  path.join(folder, 'counts.json'),
  JSON.stringify({ rewardCount: rewards.length, posCount: pos.length }),
);
