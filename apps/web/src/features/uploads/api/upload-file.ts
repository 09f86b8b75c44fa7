// Sends a file to look into; its rows are written when the run begins. XMLHttpRequest, because fetch cannot tell how much
// has been sent.
import { ApiProblem, problemOf } from '@medspasync/api-client';
import type { UploadResponseWire, UploadSide } from '@medspasync/schemas';
import { API_URL, api } from '../../../lib/api.ts';

const PATH_OF: Readonly<Record<UploadSide, string>> = {
  reward: '/upload/reward-transactions?preview=true',
  pos: '/upload/pos-transactions?preview=true',
};

export interface UploadProgress {
  /** 0–100; at 100 the server is reading. */
  percentSent: number;
}

/** Uploads and has it read; rejects with an `ApiProblem` that names every unreadable thing. */
export async function uploadFile(
  side: UploadSide,
  file: File,
  onProgress: (progress: UploadProgress) => void,
): Promise<UploadResponseWire> {
  const request = await api.session.authorized((accessToken) =>
    sendFile(`${API_URL}${PATH_OF[side]}`, file, accessToken, onProgress),
  );
  if (request.status < 200 || request.status > 299) throw problemOf(request.status, request.responseText);
  return JSON.parse(request.responseText) as UploadResponseWire;
}

function sendFile(
  url: string,
  file: File,
  accessToken: string | undefined,
  onProgress: (progress: UploadProgress) => void,
): Promise<XMLHttpRequest> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.withCredentials = true;
    if (accessToken) request.setRequestHeader('Authorization', `Bearer ${accessToken}`);
    request.upload.onprogress = ({ loaded, total }) =>
      onProgress({ percentSent: total > 0 ? Math.round((loaded / total) * 100) : 0 });
    request.onload = () => resolve(request);
    request.onerror = () => reject(ApiProblem.unreachable());
    const body = new FormData();
    body.append('file', file);
    request.send(body);
  });
}
