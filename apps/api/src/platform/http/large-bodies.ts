// Bodies that are read in a thread, seen from the event loop: they arrive a slice at a time.
import type { Request } from 'express';
import type { WorkThread } from '../work-thread/index.ts';
import type { AuthenticatedRequest } from './authentication.ts';
import { noteLists } from './body.ts';
import type { BodyDesk } from './body-desk.ts';
import { untilAnswered } from './until-answered.ts';

/**
 * @param schemaId of the operation's body in the OpenAPI document.
 * @returns the body without its lists, which `inFull` has.
 * @throws Refusal as the thread refuses it.
 */
export type ReadLargeBody = (request: Request, bytes: Uint8Array, schemaId: string) => Promise<object>;

export const largeBodies =
  (thread: WorkThread<BodyDesk>): ReadLargeBody =>
  async (request, bytes, schemaId) => {
    const read = new AbortController();
    const until = AbortSignal.any([read.signal, untilAnswered(request as AuthenticatedRequest)]);
    const desk = thread.open('', until);
    try {
      const { body, lengths } = await desk.call('read', bytes, schemaId);
      const lists: Record<string, unknown[]> = {};
      for (const [name, length] of Object.entries(lengths)) {
        const list: unknown[] = [];
        while (list.length < length) list.push(...(await desk.call('entries', name, list.length)));
        lists[name] = list;
      }
      noteLists(request, lists);
      return body;
    } finally {
      read.abort();
    }
  };
