// Runs in a thread of its own: makes some blocks of a matches file while its owner makes the others and writes them all.
import { parentPort } from 'node:worker_threads';
import { CsvBlocks } from './csv-blocks.ts';
import { Turns } from './turns.ts';
import type { FromWriter, ToWriter } from './write-messages.ts';

const port = parentPort!;

/** Once the owner has said what they are made of. */
let blocks: CsvBlocks | undefined;

// Its owner ends the thread.
port.on('message', (message: ToWriter) => {
  if (message.kind === 'basis') {
    blocks = new CsvBlocks(message.basis);
    return;
  }
  const { side } = message;
  const turns = new Turns(message.count, message.turns);
  for (let block = turns.takeOrSleep(); block !== undefined; block = turns.takeOrSleep()) {
    const made: FromWriter = { block, ...blocks!.make(side, block) };
    port.postMessage(made, [made.text.buffer as ArrayBuffer]);
  }
});
