// Everything that was opened is closed once, in exactly the reverse order.
import type { Logger } from './logging/index.ts';

interface Step {
  name: string;
  close: () => Promise<unknown> | unknown;
}

/** A process that has not closed by then is ended: an orchestrator would kill it anyway. */
const DEADLINE_MS = 30_000;

export class Shutdown {
  readonly #steps: Step[] = [];
  readonly #logger: Logger;
  #closing: Promise<void> | undefined;

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  /** Remembers how to close what was just opened. */
  add(name: string, close: Step['close']): void {
    this.#steps.push({ name, close });
  }

  /** Closes everything; a step that fails is logged and the rest still closes. */
  close(): Promise<void> {
    this.#closing ??= this.#closeAll();
    return this.#closing;
  }

  async #closeAll(): Promise<void> {
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
