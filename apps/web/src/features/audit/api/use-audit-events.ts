// One page of the audit log; the page before stays on the screen until it is there.
import { bodyOf } from '@medspasync/api-client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api.ts';
import { queryKeys } from '../../../lib/query-keys.ts';

export interface AuditFilter {
  action: string;
  /** Days of the reader's calendar, `YYYY-MM-DD`, both included; empty is open. */
  firstDay: string;
  lastDay: string;
}

export const EVERYTHING: AuditFilter = { action: '', firstDay: '', lastDay: '' };

export const AUDIT_PAGE_SIZE = 50;

const DAY_MS = 86_400_000;

/** Midnight of that day where the reader is. */
const midnight = (day: string, daysLater = 0): string =>
  new Date(new Date(`${day}T00:00`).getTime() + daysLater * DAY_MS).toISOString();

export const useAuditEvents = ({ action, firstDay, lastDay }: AuditFilter, page: number) =>
  useQuery({
    queryKey: [...queryKeys.audit, action, firstDay, lastDay, page],
    queryFn: ({ signal }) => {
      const query = {
        page,
        limit: AUDIT_PAGE_SIZE,
        ...(action && { action }),
        ...(firstDay && { from: midnight(firstDay) }),
        ...(lastDay && { until: midnight(lastDay, 1) }),
      };
      return bodyOf(api.http.GET('/audit', { params: { query }, signal }));
    },
    placeholderData: keepPreviousData,
  });
