// Starts a reconciliation of two uploads: their rows are written, then the job.
import { bodyOf } from '@medspasync/api-client';
import type { StartJobResponseWire } from '@medspasync/schemas';
import { api } from '../../../lib/api.ts';

export interface StartJob {
  rewardUploadId: string;
  posUploadId: string;
  /** Smallest probability that counts as a match, 0–1. */
  threshold: number;
}

/** Confirmed is confirmed: after a failure all of it can be asked for again. */
export async function startJob({
  rewardUploadId,
  posUploadId,
  threshold,
}: StartJob): Promise<StartJobResponseWire> {
  for (const upload_id of [rewardUploadId, posUploadId])
    await bodyOf(api.http.POST('/uploads/{upload_id}/confirm', { params: { path: { upload_id } } }));
  return bodyOf(
    api.http.POST('/reconcile/start', {
      body: { reward_upload_id: rewardUploadId, pos_upload_id: posUploadId, threshold },
    }),
  );
}
