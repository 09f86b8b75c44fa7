// A steady load from a process of its own. What this process does beside it, such as taking in an answer of thirty megabytes,
// would make requests leave and be heard late, and be charged to the server.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** @typedef {{ name: string, url: string, path: string }} Target asked without credentials */
/** @typedef {Record<string, number[]>} Times milliseconds by target, sorted */
/** @typedef {Awaited<ReturnType<typeof startSteadyLoad>>} SteadyLoad */

/** Every target is asked `perSecond` times a second, beside a bare server called `control`. @param {number} perSecond */
export async function startSteadyLoad(perSecond) {
  const control = fork(fileOf('./control-server.mjs'));
  const asker = fork(fileOf('./steady-load-process.mjs'));
  const [port] = await once(control, 'message');
  const bare = { name: 'control', url: `http://127.0.0.1:${port}`, path: '/' };
  return {
    /** Asks until `work` is done; one load at a time. @template T @param {readonly Target[]} targets @param {() => Promise<T>} work @returns {Promise<{ done: T, times: Times }>} */
    async during(targets, work) {
      const answered = once(asker, 'message');
      asker.send({ perSecond, targets: [...targets, bare] });
      const done = await work();
      asker.send('stop');
      const [{ times, failed }] = await answered;
      if (failed) throw new Error(failed);
      return { done, times };
    },
    async stop() {
      const ended = [asker, control].map((child) => once(child, 'exit'));
      for (const child of [asker, control]) child.disconnect();
      await Promise.all(ended);
    },
  };
}

/** @param {string} file beside this one */
const fileOf = (file) => fileURLToPath(new URL(file, import.meta.url));
