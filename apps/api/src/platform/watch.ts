// What a process does by itself, over and over, until it is stopped.
import type { Logger } from './logging/index.ts';

export interface WatchSettings {
  intervalMs: number;
  /** For the log: what could not be done. */
  failure: string;
  logger: Pick<Logger, 'warn'>;
}

export abstract class Watch {
  readonly #settings: WatchSettings;
  #timer: NodeJS.Timeout | undefined;

  constructor(settings: WatchSettings) {
    this.#settings = settings;
  }

  /** One turn. What it throws is logged, and the next one comes. */
  abstract look(): Promise<unknown>;

  /** Resolves after the first look; the others keep no process alive. */
  async start(): Promise<void> {
    await this.#turn();
    this.#timer = setInterval(() => void this.#turn(), this.#settings.intervalMs);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async #turn(): Promise<void> {
    try {
      await this.look();
    } catch (error) {
      this.#settings.logger.warn({ err: error }, this.#settings.failure);
    }
  }
}
