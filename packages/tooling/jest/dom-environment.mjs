// jsdom with the fetch classes of Node, which every browser has and jsdom lacks. Its AbortSignal comes along:
// a Request accepts no other. A <dialog> that opens and closes, which jsdom has as an element only. And scrolling, which
// moves nothing where nothing is laid out.
import { TestEnvironment } from 'jest-environment-jsdom';

const FROM_NODE = ['fetch', 'Request', 'Response', 'Headers', 'FormData', 'AbortController', 'AbortSignal'];

export default class DomEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    for (const name of FROM_NODE) this.global[name] = globalThis[name];
    openDialogs(this.global);
    this.global.Element.prototype.scrollIntoView = () => undefined;
  }
}

/** What the page sees of it; the top layer and the inert page behind it are the browser's alone. */
function openDialogs({ Event, HTMLDialogElement }) {
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    if (!this.open) return;
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
}
