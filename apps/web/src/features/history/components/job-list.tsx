// Reconciliations as a table; on a phone, as a list.
import type { JobWire } from '@medspasync/schemas';
import { Table, Td, Th } from '@medspasync/ui';
import { Link } from 'react-router';
import { paths } from '../../../config/paths.ts';
import { countOf, formatCount } from '../../../lib/counts.ts';
import { formatDuration, formatInstant } from '../../../lib/dates.ts';
import { JobButton } from '../../../lib/jobs/job-button.tsx';
import { JobStatusBadge } from './job-status-badge.tsx';

const linkOf = (job: JobWire): string =>
  job.status === 'completed' ? paths.results(job.job_id) : paths.job(job.job_id);

const durationOf = (job: JobWire): string =>
  job.started_at && job.completed_at
    ? formatDuration(Date.parse(job.completed_at) - Date.parse(job.started_at))
    : '—';

export interface JobListProps {
  jobs: readonly JobWire[];
  /** Whether runs can be cancelled, started again and undone from here. */
  withActions?: boolean;
}

export function JobList({ jobs, withActions }: JobListProps) {
  return (
    <>
      <Table caption="Reconciliations, newest first" className="max-md:hidden">
        <thead>
          <tr>
            <Th>Started</Th>
            <Th>State</Th>
            <Th className="text-right">Transactions</Th>
            <Th className="text-right">Matches</Th>
            <Th className="text-right">Threshold</Th>
            <Th className="text-right">Took</Th>
            {withActions && (
              <Th>
                <span className="sr-only">Action</span>
              </Th>
            )}
          </tr>
        </thead>
        <tbody>
          {jobs.map((job) => (
            <tr
              key={job.job_id}
              className="relative transition-colors last:[&>td]:border-b-0 hover:bg-sunken/60"
            >
              <Td>
                <JobLink job={job} />
              </Td>
              <Td>
                <JobStatusBadge job={job} />
              </Td>
              <Td className="tabular text-right">{formatCount(job.total_transactions)}</Td>
              <Td className="tabular text-right">{formatCount(job.matches_found)}</Td>
              <Td className="tabular text-right">{Math.round(job.threshold * 100)}%</Td>
              <Td className="tabular text-right text-ink-soft">{durationOf(job)}</Td>
              {withActions && (
                <Td className="py-1.5 text-right">
                  <JobButton job={job} size="sm" className="relative" />
                </Td>
              )}
            </tr>
          ))}
        </tbody>
      </Table>
      <ul aria-label="Reconciliations, newest first" className="divide-y divide-line md:hidden">
        {jobs.map((job) => (
          <li key={job.job_id} className="relative flex items-start justify-between gap-3 p-4">
            <div>
              <JobLink job={job} />
              <p className="tabular text-ink-faint text-sm">
                {countOf(job.matches_found, 'match', 'matches')} in {formatCount(job.total_transactions)}
              </p>
            </div>
            <div className="grid justify-items-end gap-2">
              <JobStatusBadge job={job} />
              {withActions && <JobButton job={job} size="sm" className="relative" />}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function JobLink({ job }: { job: JobWire }) {
  return (
    <Link to={linkOf(job)} className="font-medium after:absolute after:inset-0">
      {formatInstant(job.created_at)}
    </Link>
  );
}
