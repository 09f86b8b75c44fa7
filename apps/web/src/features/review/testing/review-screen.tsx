// The review screen against an API that remembers decisions.
import type {
  DecideManyRequestWire,
  DecisionWire,
  ManyDecidedWire,
  ResultRowWire,
  SayOfReversalRequestWire,
} from '@medspasync/schemas';
import { ToastProvider } from '@medspasync/ui';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Announcer } from '../../../lib/announcer.tsx';
import { api } from '../../../lib/api.ts';
import { rowOf } from '../../../lib/results/testing/result-row.ts';
import { QueueTabs } from '../components/queue-tabs.tsx';
import type { QueueName } from '../components/queues.ts';
import { ReviewWorkspace } from '../components/review-workspace.tsx';

const JOB_ID = '0d4f6d0a-2b39-4a0e-93a5-7f2f7c6c3b01';

const MARIA = { user_id: 'u', display_name: 'Maria', is_disabled: false };
const GRANT = {
  access_token: 'token',
  user: { ...MARIA, permissions: ['reconciliation:decide', 'aliases:manage'] },
};

const json = (body: object, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });

/** What nothing claims, found by any search. */
export const saleOf = (id: string, name: string, amount: number): ResultRowWire => ({
  ...rowOf(id, name, amount),
  result: 'no_match',
  reward_transaction: null,
});

interface Served {
  refuse?: boolean;
  /** Rows somebody else decides first when several are decided together. */
  refusedIds?: readonly string[];
  limit?: number;
  sales?: ResultRowWire[];
  /** Matches whose sides disagree, in the queue beside. */
  disagreeing?: number;
}

/** The results and decision routes over the given rows; `refuse` makes decisions fail. */
export function serveRows(
  rows: ResultRowWire[],
  { refuse = false, refusedIds = [], limit = 250, sales = [], disagreeing = 0 }: Served = {},
) {
  globalThis.fetch = (async (input: string | Request, init?: RequestInit) => {
    const request = new Request(input, init);
    const { pathname, searchParams } = new URL(request.url);
    if (pathname.endsWith('/auth/login')) return json(GRANT);
    if (pathname.endsWith('/results/search')) {
      const { side } = await request.json();
      const results = sales.filter(
        ({ reward_transaction: reward }) => (reward === null) === (side === 'pos'),
      );
      return json({ results, page: 1, limit, total_results: results.length });
    }
    if (pathname.endsWith('/members')) return json({ members: [MARIA] });
    const remarked = /results\/([^/]+)\/(notes|assignee)$/.exec(pathname);
    if (remarked) return json(remark(rows, remarked[1], remarked[2], await request.json()));
    const spokenOf = /results\/([^/]+)\/reversal$/.exec(pathname);
    if (spokenOf)
      return json(speak(rows, spokenOf[1], request.method === 'DELETE' ? null : await request.json()));
    if (pathname.endsWith('/decisions')) return json(decideMany(rows, await request.json(), refusedIds));
    const decided = /results\/([^/]+)\/decision$/.exec(pathname);
    if (!decided) {
      if (searchParams.get('limit') === '1')
        return json({
          total_results: searchParams.get('state') === 'MISMATCHED' ? disagreeing : 0,
          summary: { pending_reviews: rows.filter(({ decision }) => decision === null).length },
        });
      const page = Number(searchParams.get('page'));
      return json({
        job_id: JOB_ID,
        status: 'completed',
        results: rows.slice((page - 1) * limit, page * limit),
        page,
        limit,
        total_results: rows.length,
      });
    }
    if (refuse) return json({ title: 'Conflict', detail: 'Maria decided this already.', status: 409 }, 409);
    const row = rows.find(({ result_id }) => result_id === decided[1])!;
    row.decision =
      request.method === 'DELETE'
        ? null
        : {
            decision_id: 'd',
            decided_by: 'Maria',
            decided_at: '2026-11-26T00:00:00Z',
            note: null,
            ...(await request.json()),
          };
    return json(row);
  }) as typeof fetch;
  return rows;
}

function decideMany(
  rows: ResultRowWire[],
  { decisions }: DecideManyRequestWire,
  refusedIds: readonly string[],
): ManyDecidedWire {
  const told = decisions.map(({ decision, result_id }) => {
    const row = rows.find((other) => other.result_id === result_id)!;
    if (refusedIds.includes(result_id)) return { result_id, decision: null, refusal: TAKEN };
    row.decision = decision && ({ ...decision, decision_id: 'd', decided_by: 'Maria' } as DecisionWire);
    return { result_id, decision: row.decision, refusal: null };
  });
  const refused = told.filter(({ refusal }) => refusal).length;
  return { rows: told, refused, decided: told.length - refused };
}

function speak(rows: ResultRowWire[], id = '', word: SayOfReversalRequestWire | null): ResultRowWire {
  const row = rows.find(({ result_id }) => result_id === id)!;
  const { is_certain } = row.reversal!;
  row.is_taken_back = word ? !word.stands : is_certain;
  row.reversal = {
    ...row.reversal!,
    takes_back: row.is_taken_back,
    said: word && {
      stands: word.stands,
      reason: word.reason,
      said_by: 'Maria',
      said_at: '2026-11-26T00:00:00Z',
    },
  };
  return { ...row };
}

const TAKEN = {
  status: 409,
  code: 'decision.taken',
  title: 'Conflict',
  detail: 'Maria decided this already.',
};

function remark(
  rows: ResultRowWire[],
  id = '',
  what = '',
  body: { text?: string; user_id?: string },
): ResultRowWire {
  const row = rows.find(({ result_id }) => result_id === id)!;
  const at = '2026-11-26T00:00:00Z';
  if (what === 'notes')
    row.notes = [...row.notes, { note_id: 'n', text: body.text ?? '', written_by: 'Maria', written_at: at }];
  else
    row.assigned_to = {
      user_id: body.user_id ?? '',
      name: 'Maria',
      assigned_by: 'Maria',
      assigned_at: at,
    };
  return row;
}

/** The queue in doubt, signed in as somebody who may decide; `onQueue` hears which queue is asked for instead. */
export async function renderReview(onQueue: (next: QueueName) => void = () => undefined) {
  await api.session.signIn('maria@example.com', 'a long enough password');
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Announcer>
        <ToastProvider>
          <QueueTabs jobId={JOB_ID} queue="review_required" onQueue={onQueue}>
            <ReviewWorkspace
              jobId={JOB_ID}
              queue="review_required"
              whenDone={<a href="/results">Results</a>}
              onQueue={onQueue}
            />
          </QueueTabs>
        </ToastProvider>
      </Announcer>
    </QueryClientProvider>,
  );
  return userEvent.setup();
}

export const inHand = (name: string) => screen.findByRole('heading', { name });
/** What the live region says. */
export const said = () => screen.getByTestId('announcer').textContent;
