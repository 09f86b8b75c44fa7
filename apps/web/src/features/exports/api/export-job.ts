// Results as a file, saved by the browser under the name the server gives it.
import { ApiProblem, problemOf } from '@medspasync/api-client';
import type { ExportFormat } from '@medspasync/schemas';
import { API_URL, api } from '../../../lib/api.ts';
import { saveFile } from '../../../lib/save-file.ts';

/** The name in `Content-Disposition`, or undefined. */
const filenameIn = (header: string | null): string | undefined =>
  /filename="?([^";]+)"?/.exec(header ?? '')?.[1];

async function request(jobId: string, format: ExportFormat): Promise<Response> {
  try {
    return await api.session.authorized((accessToken) =>
      fetch(`${API_URL}/export`, {
        method: 'POST',
        credentials: 'include',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${accessToken}` },
        body: JSON.stringify({ job_id: jobId, format }),
      }),
    );
  } catch (error) {
    throw error instanceof ApiProblem ? error : ApiProblem.unreachable();
  }
}

/** Saves the file; returns its name. */
export async function exportJob(jobId: string, format: ExportFormat): Promise<string> {
  const response = await request(jobId, format);
  if (!response.ok) throw problemOf(response.status, await response.text());
  const name = filenameIn(response.headers.get('Content-Disposition')) ?? `matches.${format}`;
  saveFile(await response.blob(), name);
  return name;
}
