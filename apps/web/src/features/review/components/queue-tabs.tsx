// The queues as tabs, each with what waits in it.
import { Badge, Tab, TabList, Tabs } from '@medspasync/ui';
import { formatCount } from '../../../lib/counts.ts';
import { useQueueSizes } from '../api/use-queue-sizes.ts';
import { QUEUE_NAMES, QUEUES, type QueueName } from './queues.ts';

export interface QueueTabsProps {
  jobId: string;
  queue: QueueName;
  onQueue: (queue: QueueName) => void;
}

export function QueueTabs({ jobId, queue, onQueue }: QueueTabsProps) {
  const sizes = useQueueSizes(jobId);
  return (
    <Tabs value={queue} onValueChange={(next) => onQueue(next as QueueName)}>
      <TabList aria-label="Queues" className="-mx-4 px-4 sm:mx-0 sm:px-0">
        {QUEUE_NAMES.map((name) => (
          <Tab key={name} value={name}>
            {QUEUES[name].label}
            {sizes[name] !== undefined && (
              <Badge tone={name === 'review_required' && sizes[name] > 0 ? 'warning' : 'neutral'}>
                {formatCount(sizes[name])}
              </Badge>
            )}
          </Tab>
        ))}
      </TabList>
    </Tabs>
  );
}
