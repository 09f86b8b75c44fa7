// While the backend is away: what still works, and that nothing is lost.
import { CloudOff } from 'lucide-react';
import { useBackendHealth } from '../api/use-backend-health.ts';

export function DownBanner() {
  if (useBackendHealth() !== 'down') return null;
  return (
    <aside
      aria-label="Server state"
      className="flex items-center justify-center gap-2.5 bg-danger-soft px-4 py-2.5 text-danger-ink text-sm"
    >
      <CloudOff aria-hidden className="size-4 shrink-0" />
      The server cannot be reached. What is on the screen stays; nothing can be changed until it is back.
    </aside>
  );
}
