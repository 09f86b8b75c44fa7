// jsdom with the fetch classes of Node, which every browser has and jsdom lacks. Its AbortSignal comes along:
// a Request accepts no other.
import { TestEnvironment } from 'jest-environment-jsdom';

const FROM_NODE = ['fetch', 'Request', 'Response', 'Headers', 'FormData', 'AbortController', 'AbortSignal'];

export default class DomEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    for (const name of FROM_NODE) this.global[name] = globalThis[name];
  }
}
