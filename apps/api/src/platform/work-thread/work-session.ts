// One piece of work in a work thread, seen from the event loop: calls that are answered when they are done, and statements that
// the thread asks for meanwhile.
import { AsyncResource } from 'node:async_hooks';
import type { MessagePort } from 'node:worker_threads';
import { currentStatements } from '../database/organization-scope.ts';
import { Refusal } from '../errors/index.ts';
import type { Desk, Failure, FromThread, ToThread } from './messages.ts';

interface Call {
  /** In the transaction, and the trace, that the call was made in. */
  run(sql: string, parameters: unknown[]): Promise<unknown>;
  resolve(result: unknown): void;
  reject(reason: unknown): void;
  /** What the database said to a statement of this call: the thread is only told that it failed. */
  failure: unknown;
}

export class WorkSession<D extends Desk<D>> {
  readonly #port: MessagePort;
  readonly #calls = new Map<number, Call>();
  #made = 0;
  #ended: { reason: unknown } | undefined;

  constructor(port: MessagePort) {
    this.#port = port;
    port.on('message', (message: FromThread) => void this.#hear(message));
  }

  /**
   * Runs a function of the desk; its statements run in the transaction that is open here and now. Rejects with what it threw: a
   * Refusal as one, what the database said as the database said it.
   */
  call<Name extends keyof D>(
    name: Name & string,
    ...given: Parameters<D[Name]>
  ): Promise<Awaited<ReturnType<D[Name]>>> {
    return new Promise((resolve, reject) => {
      if (this.#ended) {
        reject(this.#ended.reason);
        return;
      }
      const call = this.#made++;
      const run = AsyncResource.bind(async (sql: string, parameters: unknown[]) =>
        currentStatements().query(sql, parameters),
      );
      this.#calls.set(call, {
        run,
        resolve: resolve as Call['resolve'],
        reject,
        failure: undefined,
      });
      this.#tell({ kind: 'call', call, name, given }, given.flatMap(handedOver));
    });
  }

  /** Ends it: what is called rejects, what the thread still does for it comes to nothing. */
  end(reason: unknown): void {
    if (this.#ended) return;
    this.#ended = { reason };
    this.#port.close();
    for (const { reject } of this.#calls.values()) reject(reason);
    this.#calls.clear();
  }

  async #hear(message: FromThread): Promise<void> {
    const call = this.#calls.get(message.call);
    if (!call) return;
    if (message.kind === 'statement') {
      await this.#run(call, message);
      return;
    }
    this.#calls.delete(message.call);
    if (message.kind === 'done') call.resolve(message.result);
    else call.reject(call.failure ?? errorOf(message.failure));
  }

  async #run(call: Call, message: Extract<FromThread, { kind: 'statement' }>): Promise<void> {
    const { parameters, sql, statement } = message;
    try {
      this.#tell({ kind: 'ran', statement, result: await call.run(sql, [...parameters]) });
    } catch (error) {
      call.failure ??= error;
      this.#tell({ kind: 'failed', statement });
    }
  }

  #tell(message: ToThread, handedOver: readonly ArrayBuffer[] = []): void {
    if (!this.#ended) this.#port.postMessage(message, handedOver);
  }
}

/** Bytes that share their memory with nobody go over as they are, and are here no more. */
const handedOver = (value: unknown): ArrayBuffer[] =>
  value instanceof Uint8Array && value.byteLength === value.buffer.byteLength
    ? [value.buffer as ArrayBuffer]
    : [];

const errorOf = (failure: Failure): Error =>
  failure.kind === 'refused' ? new Refusal(failure.code, failure.options) : failure.error;
