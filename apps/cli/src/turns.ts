// Blocks of a file handed out to the threads that make them: each once, in order, and none far ahead of what is written, so that
// no thread fills the memory with blocks nobody has room for.

/** Blocks that may wait to be written. */
const MOST_WAITING = 64;

/** Where the shared integers stand: the next block to be taken, and how many are written. */
const NEXT = 0;
const WRITTEN = 1;

export class Turns {
  readonly count: number;
  /** In memory that threads share. */
  readonly state: Int32Array;

  constructor(count: number, state: Int32Array = new Int32Array(new SharedArrayBuffer(8))) {
    this.count = count;
    this.state = state;
  }

  /** The next block; undefined when all are taken, or too many wait. */
  take(): number | undefined {
    const next = Atomics.load(this.state, NEXT);
    if (next >= this.count || next - Atomics.load(this.state, WRITTEN) >= MOST_WAITING) return undefined;
    const block = Atomics.add(this.state, NEXT, 1);
    return block < this.count ? block : undefined;
  }

  /** The same for a thread that can sleep until there is room: undefined when all are taken. */
  takeOrSleep(): number | undefined {
    for (;;) {
      const written = Atomics.load(this.state, WRITTEN);
      const block = this.take();
      if (block !== undefined || Atomics.load(this.state, NEXT) >= this.count) return block;
      Atomics.wait(this.state, WRITTEN, written);
    }
  }

  /** One more block is written. */
  wrote(): void {
    Atomics.add(this.state, WRITTEN, 1);
    Atomics.notify(this.state, WRITTEN);
  }
}
