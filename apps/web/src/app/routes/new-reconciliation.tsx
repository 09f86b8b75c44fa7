// Route /reconcile/new: two files in, how sure is sure enough, run.
import type { UploadResponseWire } from '@medspasync/schemas';
import { Card, EmptyState } from '@medspasync/ui';
import { PowerOff } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '../../config/paths.ts';
import { StartPanel } from '../../features/reconciliation/components/start-panel.tsx';
import { UploadSlot } from '../../features/uploads/components/upload-slot.tsx';
import { Page } from '../../lib/page.tsx';
import { useFeature, useMay } from '../../lib/session.ts';

export function Component() {
  const navigate = useNavigate();
  const [rewards, setRewards] = useState<UploadResponseWire>();
  const [pos, setPos] = useState<UploadResponseWire>();
  const mayStart = useMay('reconciliation:start');
  const isOn = useFeature('ai_reconciliation');
  if (!mayStart || !isOn) {
    return (
      <Page title="New reconciliation">
        <Card>
          <EmptyState
            icon={PowerOff}
            title={
              mayStart ? 'Reconciliation is switched off here' : 'Your role does not start reconciliations'
            }
          >
            Past results stay open to read and to export.
          </EmptyState>
        </Card>
      </Page>
    );
  }
  return (
    <Page
      title="New reconciliation"
      lead="Two exports, just as your systems write them. Check what was read, then run."
    >
      <div className="grid grid-cols-1 gap-5 lg:grid-cols-2">
        <UploadSlot side="reward" upload={rewards} beside={pos} onUpload={setRewards} />
        <UploadSlot side="pos" upload={pos} beside={rewards} onUpload={setPos} />
      </div>
      <StartPanel rewards={rewards} pos={pos} onStarted={(jobId) => navigate(paths.job(jobId))} />
    </Page>
  );
}
