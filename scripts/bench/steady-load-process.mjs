// The far end of steady-load.mjs: asks for the targets it is sent until it is told to stop, then tells the times.
import { setTimeout as sleep } from 'node:timers/promises';
import { apiClient } from '../servers/api-client.mjs';
import { askSteadily } from './open-loop.mjs';

/** @typedef {import('./steady-load.mjs').Target} Target */
/** @typedef {{ perSecond: number, targets: readonly Target[] } | 'stop'} Order */

let stopping = new AbortController();

process.on('message', (/** @type {Order} */ order) => {
  if (order === 'stop') stopping.abort();
  else void load(order);
});
process.once('disconnect', () => process.exit());

/** @param {Exclude<Order, 'stop'>} order */
async function load({ perSecond, targets }) {
  stopping = new AbortController();
  const apartMs = 1000 / perSecond / targets.length;
  try {
    const timed = targets.map(async ({ name, url, path }, place) => {
      // In turns: two requests that leave together would wait for each other here.
      await sleep(place * apartMs);
      const { call } = apiClient(url, {});
      const ask = () => call('GET', path);
      return [name, await askSteadily({ perSecond, until: stopping.signal, ask })];
    });
    process.send?.({ times: Object.fromEntries(await Promise.all(timed)) });
  } catch (error) {
    process.send?.({ failed: /** @type {Error} */ (error).message });
  }
}
