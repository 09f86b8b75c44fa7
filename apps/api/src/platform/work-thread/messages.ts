// What a work thread and its owner say to each other.
import type { MessagePort } from 'node:worker_threads';
import type { ProblemCode, RefusalOptions } from '../errors/index.ts';

/** A session begins; closing the port ends it, from either side. */
export interface Opening {
  port: MessagePort;
  organizationId: string;
}

/** Why a call was not done: what a caller may know, or an error of ours. */
export type Failure =
  | { kind: 'refused'; code: ProblemCode; options: Pick<RefusalOptions, 'detail' | 'errors'> }
  | { kind: 'broke'; error: Error };

export type ToThread =
  | { kind: 'call'; call: number; name: string; given: readonly unknown[] }
  /** What a statement of the thread's brought. */
  | { kind: 'ran'; statement: number; result: unknown }
  | { kind: 'failed'; statement: number };

export type FromThread =
  | { kind: 'statement'; call: number; statement: number; sql: string; parameters: readonly unknown[] }
  | { kind: 'done'; call: number; result: unknown }
  | { kind: 'undone'; call: number; failure: Failure };

/** What a session offers: a plain object of functions, each of which is run when it is called from outside of the thread. */
export type Desk<D> = { [Name in keyof D]: (...given: never[]) => Promise<unknown> };
