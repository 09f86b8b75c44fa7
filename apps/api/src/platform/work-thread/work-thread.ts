// A thread beside the event loop for work that takes long and writes to the database: it starts with the first session and
// serves all of them, in turns. One that dies takes its sessions with it, and the next session starts another.
import { MessageChannel, type Worker } from 'node:worker_threads';
import { Refusal } from '../errors/index.ts';
import type { Logger } from '../logging/index.ts';
import { startThread } from '../threads.ts';
import type { Desk, Opening } from './messages.ts';
import { WorkSession } from './work-session.ts';

export interface WorkThreadSettings {
  /** As for `startThread`. */
  entry: URL;
  /** What the thread finds as its `workerData`. */
  workerData: object;
  maxHeapMb: number;
  logger: Pick<Logger, 'error'>;
}

export class WorkThread<D extends Desk<D>> {
  readonly #settings: WorkThreadSettings;
  readonly #sessions = new Set<WorkSession<D>>();
  #thread: Worker | undefined;
  #isClosed = false;

  constructor(settings: WorkThreadSettings) {
    this.#settings = settings;
  }

  /** @param until ends the session when it is aborted, and what was called rejects with its reason. */
  open(organizationId: string, until: AbortSignal): WorkSession<D> {
    const { port1, port2 } = new MessageChannel();
    const session = new WorkSession<D>(port1);
    const end = (): void => {
      this.#sessions.delete(session);
      session.end(until.reason);
    };
    this.#sessions.add(session);
    if (until.aborted) end();
    else if (this.#isClosed) session.end(unavailable('it is shutting down'));
    else {
      until.addEventListener('abort', end, { once: true });
      this.#thread ??= this.#start();
      const opening: Opening = { port: port2, organizationId };
      this.#thread.postMessage(opening, [port2]);
    }
    return session;
  }

  /** Ends all sessions and the thread, also one that is still starting. None is opened any more. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#endSessions(unavailable('it is shutting down'));
    await this.#thread?.terminate();
  }

  #start(): Worker {
    const { entry, logger, maxHeapMb, workerData } = this.#settings;
    const thread = startThread(entry, {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: maxHeapMb },
    });
    // Sessions keep the process alive, as long as there are any.
    thread.unref();
    let cause: unknown;
    thread.once('error', (error) => {
      cause = error;
      logger.error({ err: error }, 'a work thread died');
    });
    thread.once('exit', () => {
      this.#thread = undefined;
      this.#endSessions(unavailable('its thread ended', cause));
    });
    return thread;
  }

  #endSessions(reason: Error): void {
    for (const session of this.#sessions) session.end(reason);
    this.#sessions.clear();
  }
}

const unavailable = (why: string, cause?: unknown): Refusal =>
  new Refusal('service.unavailable', {
    detail: `This was not done, because ${why}. Send it again.`,
    headers: { 'Retry-After': '5' },
    cause,
  });
