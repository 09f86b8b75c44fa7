// Starts a reconciliation of two uploads.
import { bodyOf } from '@medspasync/api-client';
import type { StartJobResponseWire } from '@medspasync/schemas';
import { api } from '../../../lib/api.ts';

export interface StartJob {
  rewardUploadId: string;
  posUploadId: string;
  /** Smallest probability that counts as a match, 0–1. */
  threshold: number;
}

export const startJob = ({
  rewardUploadId,
  posUploadId,
  threshold,
}: StartJob): Promise<StartJobResponseWire> =>
  bodyOf(
    api.http.POST('/reconcile/start', {
      body: { reward_upload_id: rewardUploadId, pos_upload_id: posUploadId, threshold },
    }),
  );
