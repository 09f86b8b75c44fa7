// Results as a file, in the format one's next tool reads.
import type { ExportFormat } from '@medspasync/schemas';
import { Button, Menu, MenuItem, useToast } from '@medspasync/ui';
import { useMutation } from '@tanstack/react-query';
import { Download, FileJson, FileSpreadsheet, FileText, type LucideIcon } from 'lucide-react';
import { exportJob } from '../api/export-job.ts';

const FORMATS: readonly { format: ExportFormat; label: string; icon: LucideIcon }[] = [
  { format: 'csv', label: 'CSV', icon: FileText },
  { format: 'xlsx', label: 'Excel (XLSX)', icon: FileSpreadsheet },
  { format: 'json', label: 'JSON', icon: FileJson },
];

export function ExportMenu({ jobId }: { jobId: string }) {
  const showToast = useToast();
  const download = useMutation({
    mutationFn: (format: ExportFormat) => exportJob(jobId, format),
    onSuccess: (name) => showToast({ title: 'Export saved', description: name, tone: 'success' }),
    onError: (error) => showToast({ title: 'The export failed', description: error.message, tone: 'danger' }),
  });
  return (
    <Menu
      trigger={
        <Button variant="secondary" busy={download.isPending}>
          <Download aria-hidden />
          Export
        </Button>
      }
    >
      {FORMATS.map(({ format, label, icon: Icon }) => (
        <MenuItem key={format} onSelect={() => download.mutate(format)}>
          <Icon aria-hidden />
          {label}
        </MenuItem>
      ))}
    </Menu>
  );
}
