// What manufacturers pay back: their payments, the redemptions those pay, and what is still awaited.
import { bodyOf } from '@medspasync/api-client';
import type {
  PaymentResult,
  PaymentsWire,
  PaymentWire,
  Program,
  RedemptionsWire,
  ReimbursementState,
  ReimbursementSummaryWire,
  SettlementWire,
  UploadResponseWire,
} from '@medspasync/schemas';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api.ts';
import { queryKeys } from '../../../lib/query-keys.ts';

export const ROWS_PER_PAGE = 25;

export const useReimbursementSummary = () =>
  useQuery({
    queryKey: [...queryKeys.reimbursements, 'summary'],
    queryFn: ({ signal }): Promise<ReimbursementSummaryWire> =>
      bodyOf(api.http.GET('/reimbursements/summary', { signal })),
  });

export const usePayments = (page: number, result: PaymentResult | undefined) =>
  useQuery({
    queryKey: [...queryKeys.reimbursements, 'payments', result ?? 'all', page],
    queryFn: ({ signal }): Promise<PaymentsWire> => {
      const query = { page, limit: ROWS_PER_PAGE, ...(result && { result }) };
      return bodyOf(api.http.GET('/reimbursements/payments', { params: { query }, signal }));
    },
    placeholderData: keepPreviousData,
  });

export const useRedemptions = (page: number, state: ReimbursementState) =>
  useQuery({
    queryKey: [...queryKeys.reimbursements, 'redemptions', state, page],
    queryFn: ({ signal }): Promise<RedemptionsWire> =>
      bodyOf(
        api.http.GET('/reimbursements/redemptions', {
          params: { query: { page, limit: ROWS_PER_PAGE, state } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });

const SETTLEMENT = '/reimbursements/payments/{payment_id}/settlement';

/** Everything about reimbursements is asked for again after a change, also after one that was refused. */
function useLedgerChange<Input, Output>(mutationFn: (input: Input) => Promise<Output>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: () => {
      // Rows of results say what was paid of them.
      void queryClient.invalidateQueries({ queryKey: queryKeys.jobs });
      return queryClient.invalidateQueries({ queryKey: queryKeys.reimbursements });
    },
  });
}

export interface Choice {
  paymentId: string;
  redemptionIds: string[];
}

export const useChooseSettlement = () =>
  useLedgerChange(
    ({ paymentId, redemptionIds }: Choice): Promise<PaymentWire> =>
      bodyOf(
        api.http.POST(SETTLEMENT, {
          params: { path: { payment_id: paymentId } },
          body: { redemption_ids: redemptionIds },
        }),
      ),
  );

export const useUndoSettlement = () =>
  useLedgerChange(
    (payment_id: string): Promise<PaymentWire> =>
      bodyOf(api.http.DELETE(SETTLEMENT, { params: { path: { payment_id } } })),
  );

/** Often enough for a run of seconds. */
const POLL_MS = 500;

/** Splits every open payment over unpaid redemptions; resolves when the run has ended. */
async function settle(): Promise<SettlementWire> {
  let run = await bodyOf(api.http.POST('/reimbursements/settlements'));
  while (run.status === 'pending' || run.status === 'processing') {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    const params = { path: { settlement_id: run.settlement_id } };
    run = await bodyOf(api.http.GET('/reimbursements/settlements/{settlement_id}', { params }));
  }
  return run;
}

export const useSettle = () => useLedgerChange(settle);

export interface Remittance {
  file: File;
  /** Of rows that name none; undefined where the file says it. */
  program: Program | undefined;
}

/** Reads a manufacturer's file, then settles what it brought. */
export const useReceiveRemittance = () =>
  useLedgerChange(async ({ file, program }: Remittance) => {
    const upload: UploadResponseWire = await bodyOf(
      api.http.POST('/upload/reimbursements', {
        params: { query: program ? { program } : {} },
        body: { file: '' },
        bodySerializer: () => {
          const form = new FormData();
          form.append('file', file);
          return form;
        },
      }),
    );
    return { upload, run: await settle() };
  });
