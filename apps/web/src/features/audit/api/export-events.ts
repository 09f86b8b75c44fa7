// Events with their proof, as a file that can be checked without the server.
import { bodyOf } from '@medspasync/api-client';
import { api } from '../../../lib/api.ts';
import { saveFile } from '../../../lib/save-file.ts';

/** The most the server proves at once. */
const MAX_EVENTS = 10_000;

/** Saves the events from number `first` to `last`, with all between them; returns the file's name. */
export async function exportEvents(first: number, last: number): Promise<string> {
  const limit = Math.min(MAX_EVENTS, last - first + 1);
  const proof = await bodyOf(
    api.http.GET('/audit/export', { params: { query: { from_seq: first, limit } } }),
  );
  const name = `audit-${first}-${first + limit - 1}.json`;
  saveFile(new Blob([JSON.stringify(proof)], { type: 'application/json' }), name);
  return name;
}
