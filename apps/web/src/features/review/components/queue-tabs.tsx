// The queues as tabs, each with what waits in it, and the panel of the chosen one.
import { Badge, Tab, TabList, TabPanel, Tabs } from '@medspasync/ui';
import type { ReactNode } from 'react';
import { formatCount } from '../../../lib/counts.ts';
import { useQueueSizes } from '../api/use-queue-sizes.ts';
import { QUEUE_NAMES, QUEUES, type QueueName } from './queues.ts';

export interface QueueTabsProps {
  jobId: string;
  queue: QueueName;
  onQueue: (queue: QueueName) => void;
  /** Of the chosen queue. */
  children: ReactNode;
}

export function QueueTabs({ jobId, queue, onQueue, children }: QueueTabsProps) {
  const sizes = useQueueSizes(jobId);
  return (
    <Tabs value={queue} onValueChange={(next) => onQueue(next as QueueName)} className="contents">
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
      <TabPanel value={queue} className="focus-visible:-outline-offset-2">
        {children}
      </TabPanel>
    </Tabs>
  );
}
