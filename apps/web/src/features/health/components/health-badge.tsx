// The backend's state: icon, words and colour say the same. Announced only when it changes.
import { Badge, type Tone } from '@medspasync/ui';
import { CircleCheck, CircleDashed, CircleX, type LucideIcon, TriangleAlert } from 'lucide-react';
import { type BackendHealth, useBackendHealth } from '../api/use-backend-health.ts';

const WORDS: Readonly<Record<BackendHealth, { label: string; tone: Tone; icon: LucideIcon }>> = {
  checking: { label: 'Checking...', tone: 'neutral', icon: CircleDashed },
  healthy: { label: 'Healthy', tone: 'success', icon: CircleCheck },
  degraded: { label: 'Degraded', tone: 'warning', icon: TriangleAlert },
  down: { label: 'Down', tone: 'danger', icon: CircleX },
};

export function HealthBadge() {
  const { label, tone, icon: Icon } = WORDS[useBackendHealth()];
  // The same text is rendered between changes, so the live region stays silent.
  return (
    <span role="status" aria-live="polite" data-testid="health-badge">
      <Badge tone={tone}>
        <Icon aria-hidden />
        {`Backend: ${label}`}
      </Badge>
    </span>
  );
}
