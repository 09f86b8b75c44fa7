// Events as a table; on a phone, as a list.
import type { AuditEventWire } from '@medspasync/schemas';
import { Table, Td, Th } from '@medspasync/ui';
import { formatCount } from '../../../lib/counts.ts';
import { formatInstant } from '../../../lib/dates.ts';
import { actionOf, actorOf, detailOf, subjectOf } from './event-words.ts';

const CAPTION = 'Events, newest first';

export function EventList({ events }: { events: readonly AuditEventWire[] }) {
  return (
    <>
      <div className="overflow-x-auto max-md:hidden">
        <Table caption={CAPTION}>
          <thead>
            <tr>
              <Th className="text-right">No.</Th>
              <Th>When</Th>
              <Th>Who</Th>
              <Th>What</Th>
              <Th>On</Th>
              <Th>Detail</Th>
            </tr>
          </thead>
          <tbody>
            {events.map((event) => (
              <tr key={event.seq} className="last:[&>td]:border-b-0">
                <Td className="tabular text-right text-ink-faint">{formatCount(event.seq)}</Td>
                <Td className="tabular whitespace-nowrap">{formatInstant(event.at)}</Td>
                <Td>{actorOf(event)}</Td>
                <Td className="font-medium">{actionOf(event)}</Td>
                <Td className="whitespace-nowrap text-ink-soft">{subjectOf(event)}</Td>
                <Td className="max-w-72 text-ink-soft">
                  <span className="line-clamp-3" title={detailOf(event)}>
                    {detailOf(event)}
                  </span>
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
      <ul aria-label={CAPTION} className="divide-y divide-line md:hidden">
        {events.map((event) => (
          <li key={event.seq} className="grid gap-1 p-4">
            <div className="flex items-baseline justify-between gap-3">
              <p className="font-medium">{actionOf(event)}</p>
              <p className="tabular shrink-0 text-ink-faint text-sm">{formatCount(event.seq)}</p>
            </div>
            <p className="text-ink-soft text-sm">
              {actorOf(event)} · <span className="tabular">{formatInstant(event.at)}</span>
            </p>
            <p className="break-words text-ink-faint text-sm">
              {[event.subject && subjectOf(event), detailOf(event)].filter(Boolean).join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
