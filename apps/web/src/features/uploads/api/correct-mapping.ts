// A person's correction of which column is what; the server reads the file again with it.
import { bodyOf } from '@medspasync/api-client';
import type { UploadMappingRequestWire, UploadResponseWire } from '@medspasync/schemas';
import { api } from '../../../lib/api.ts';

export const correctMapping = (
  uploadId: string,
  correction: UploadMappingRequestWire,
): Promise<UploadResponseWire> =>
  bodyOf(
    api.http.PUT('/uploads/{upload_id}/mapping', {
      params: { path: { upload_id: uploadId } },
      body: correction,
    }),
  );
