// Months: what closing one would close, what is closed, and the write-offs that wait for a second person.
import { bodyOf } from '@medspasync/api-client';
import type {
  ClosePeriodRequestWire,
  PeriodPreviewWire,
  PeriodWire,
  Program,
  ProposedWriteOffsWire,
  ProposedWriteOffWire,
  ResultRowWire,
} from '@medspasync/schemas';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api.ts';
import { queryKeys } from '../../../lib/query-keys.ts';

/** A month, of a location and a program or of all; '' stands for all, as a select has it. */
export interface PeriodScope {
  /** `2026-03` */
  month: string;
  locationId: string;
  program: Program | '';
}

export const usePreview = ({ month, locationId, program }: PeriodScope) =>
  useQuery({
    queryKey: [...queryKeys.periods, 'preview', month, locationId, program],
    queryFn: ({ signal }): Promise<PeriodPreviewWire> => {
      const query = {
        month,
        ...(locationId !== '' && { location_id: locationId }),
        ...(program !== '' && { program }),
      };
      return bodyOf(api.http.GET('/periods/preview', { params: { query }, signal }));
    },
  });

export const usePeriods = () =>
  useQuery({
    queryKey: [...queryKeys.periods, 'list'],
    queryFn: async ({ signal }): Promise<PeriodWire[]> =>
      (await bodyOf(api.http.GET('/periods', { signal }))).periods,
  });

export const useProposedWriteOffs = () =>
  useQuery({
    queryKey: [...queryKeys.periods, 'write-offs'],
    queryFn: ({ signal }): Promise<ProposedWriteOffsWire> =>
      bodyOf(api.http.GET('/reconcile/write-offs', { signal })),
  });

/** A change to the books: months, write-offs and every row of every run are looked at anew, also after a refusal. */
function useBookChange<Input, Output>(mutationFn: (input: Input) => Promise<Output>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: queryKeys.periods }),
        queryClient.invalidateQueries({ queryKey: queryKeys.jobs }),
      ]),
  });
}

export const useClosePeriod = () =>
  useBookChange(
    (body: ClosePeriodRequestWire): Promise<PeriodWire> => bodyOf(api.http.POST('/periods', { body })),
  );

export const useReopenPeriod = (period_id: string) =>
  useBookChange(
    (reason: string): Promise<PeriodWire> =>
      bodyOf(
        api.http.POST('/periods/{period_id}/reopen', { params: { path: { period_id } }, body: { reason } }),
      ),
  );

const DECISION = '/reconcile/jobs/{job_id}/results/{result_id}/decision';
/** Names the proposal on the screen: one made anew meanwhile is neither approved nor refused unseen. */
const of = ({ decision_id, job_id, result_id }: ProposedWriteOffWire) => ({
  params: { path: { job_id, result_id }, query: { decision_id } },
});

export const useApproveWriteOff = () =>
  useBookChange(
    (writeOff: ProposedWriteOffWire): Promise<ResultRowWire> =>
      bodyOf(api.http.POST(`${DECISION}/approval`, of(writeOff))),
  );

/** Refuses a proposed write-off, or takes one's own back: its row is open as before. */
export const useWithdrawWriteOff = () =>
  useBookChange(
    (writeOff: ProposedWriteOffWire): Promise<ResultRowWire> =>
      bodyOf(api.http.DELETE(DECISION, of(writeOff))),
  );
