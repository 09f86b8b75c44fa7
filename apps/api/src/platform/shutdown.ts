// Everything that was opened is closed once, in exactly the reverse order.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from './logging/index.ts';

interface Step {
  name: string;
  close: () => Promise<unknown> | unknown;
}

/** A process that has not closed by then is ended: an orchestrator would kill it anyway. */
const DEADLINE_MS = 30_000;
/** A start that takes longer is left to itself: what it waits for may never come. */
const START_GRACE_MS = 10_000;

export class Shutdown {
  readonly #steps: Step[] = [];
  readonly #logger: Logger;
  #starting: Promise<unknown> = Promise.resolve();
  #closing: Promise<void> | undefined;

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  /** Remembers how to close what was just opened. */
  add(name: string, close: Step['close']): void {
    this.#steps.push({ name, close });
  }

  /** Opens everything. A signal meanwhile is obeyed once it is open: what is half open cannot be closed. */
  async whileStarting(open: () => Promise<void>): Promise<void> {
    const opened = open();
    this.#starting = opened.catch(() => undefined);
    await opened;
  }

  /** Closes everything; a step that fails is logged and the rest still closes. */
  close(): Promise<void> {
    this.#closing ??= this.#closeAll();
    return this.#closing;
  }

  async #closeAll(): Promise<void> {
    await Promise.race([this.#starting, sleep(START_GRACE_MS, undefined, { ref: false })]);
    for (const step of this.#steps.reverse()) {
      try {
        await step.close();
      } catch (error) {
        this.#logger.error({ err: error, step: step.name }, 'did not close cleanly');
      }
    }
  }

  /** Closes and exits on SIGTERM and SIGINT. */
  onSignals(): void {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void this.exit(0, signal));
  }

  async exit(code: number, reason: string): Promise<void> {
    this.#logger.info({ reason }, 'shutting down');
    setTimeout(() => process.exit(1), DEADLINE_MS).unref();
    await this.close();
    process.exit(code);
  }
}
