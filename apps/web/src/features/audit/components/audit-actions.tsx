// What can be done with the log: have it verified, take a page of it along.
import type { AuditEventWire } from '@medspasync/schemas';
import { Button, useToast } from '@medspasync/ui';
import { useMutation } from '@tanstack/react-query';
import { Download, ShieldCheck } from 'lucide-react';
import { exportEvents } from '../api/export-events.ts';

export interface AuditActionsProps {
  /** Those on the screen, newest first. */
  events: readonly AuditEventWire[];
  isVerifying: boolean;
  onVerify: () => void;
}

export function AuditActions({ events, isVerifying, onVerify }: AuditActionsProps) {
  const showToast = useToast();
  const [newest, oldest] = [events[0], events.at(-1)];
  const download = useMutation({
    mutationFn: async () => newest && oldest && exportEvents(oldest.seq, newest.seq),
    onSuccess: (name) =>
      name && showToast({ title: 'Events saved with their proof', description: name, tone: 'success' }),
    onError: (error) => showToast({ title: 'The export failed', description: error.message, tone: 'danger' }),
  });
  return (
    <>
      <Button
        variant="secondary"
        busy={download.isPending}
        disabled={events.length === 0}
        onClick={() => download.mutate()}
      >
        <Download aria-hidden />
        Export page with proof
      </Button>
      <Button busy={isVerifying} onClick={onVerify}>
        <ShieldCheck aria-hidden />
        Verify log
      </Button>
    </>
  );
}
