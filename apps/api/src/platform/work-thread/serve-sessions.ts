// The thread's side: does what it is called for. Its repositories work as they do elsewhere; each of their statements runs in the
// transaction that its owner has open, so the thread has no connection and no say in what is committed.
import { type MessagePort, parentPort } from 'node:worker_threads';
import { type Statements, withLentTransaction } from '../database/organization-scope.ts';
import { Refusal } from '../errors/index.ts';
import type { Desk, Failure, FromThread, Opening, ToThread } from './messages.ts';

/** Shorter texts are copied faster than they are handed over. */
const HANDED_OVER_CHARACTERS = 4096;

const encoder = new TextEncoder();

/**
 * Serves every session that is opened.
 * @param deskOf what a session offers; `over` tells it to stop, because nobody waits for its work any more.
 */
export function serveSessions<D extends Desk<D>>(deskOf: (over: AbortSignal) => D): void {
  parentPort!.on('message', ({ organizationId, port }: Opening) => serve(port, organizationId, deskOf));
}

interface Waiting {
  resolve(result: unknown): void;
  reject(reason: Error): void;
}

function serve<D extends Desk<D>>(
  port: MessagePort,
  organizationId: string,
  deskOf: (over: AbortSignal) => D,
): void {
  const over = new AbortController();
  const asked = new Map<number, Waiting>();
  const desk = deskOf(over.signal);
  let statements = 0;

  const tell = (message: FromThread): void => port.postMessage(message);

  const statementsOf = (call: number): Statements => ({
    query: <T>(sql: string, given: unknown[] = []) => {
      over.signal.throwIfAborted();
      const statement = statements++;
      const parameters = given.map(asBytes);
      const message: FromThread = { kind: 'statement', call, statement, sql, parameters };
      port.postMessage(message, handedOver(parameters));
      return new Promise<T>((resolve, reject) => {
        asked.set(statement, { resolve: resolve as Waiting['resolve'], reject });
      });
    },
  });

  async function answer(call: number, name: string, given: readonly unknown[]): Promise<void> {
    const work: (...given: never[]) => Promise<unknown> = desk[name as keyof D];
    try {
      const statements = statementsOf(call);
      const result = await withLentTransaction(organizationId, statements, () =>
        work.apply(desk, given as never[]),
      );
      tell({ kind: 'done', call, result });
    } catch (error) {
      tell({ kind: 'undone', call, failure: failureOf(error) });
    }
  }

  port.on('message', (message: ToThread) => {
    if (message.kind === 'call') {
      void answer(message.call, message.name, message.given);
      return;
    }
    const waiting = asked.get(message.statement);
    asked.delete(message.statement);
    if (message.kind === 'ran') waiting?.resolve(message.result);
    else waiting?.reject(new Error('the statement failed'));
  });
  port.on('close', () => {
    const reason = new Error('nobody waits for this any more');
    over.abort(reason);
    for (const { reject } of asked.values()) reject(reason);
  });
}

/** PostgreSQL takes the bytes for text and for JSON alike, and nobody on the way has to copy them. Lists stay lists. */
const asBytes = (parameter: unknown): unknown =>
  typeof parameter === 'string' && parameter.length > HANDED_OVER_CHARACTERS
    ? encoder.encode(parameter)
    : parameter;

const handedOver = (parameters: readonly unknown[]): ArrayBuffer[] =>
  parameters.flatMap((value) => (value instanceof Uint8Array ? [value.buffer as ArrayBuffer] : []));

function failureOf(error: unknown): Failure {
  if (error instanceof Refusal) {
    const { code, detail, errors } = error;
    return { kind: 'refused', code, options: { detail, errors } };
  }
  return { kind: 'broke', error: error instanceof Error ? error : new Error(String(error)) };
}
