// Jobs from start to end, for tests of whatever comes after.
import { setTimeout as sleep } from 'node:timers/promises';
import type { JobWire, ResultRowWire } from '@medspasync/schemas';
import type { TestApp } from './test-app.ts';
import type { TestOrganization } from './test-organization.ts';

const isOver = ({ status }: JobWire): boolean => !['pending', 'processing'].includes(status);

/**
 * On a busy machine a job may be written down and not come to the queue. The API looks for such every minute, which a test does
 * not wait for.
 */
const SWEEP_AFTER_MS = 5_000;

/** Looks at the job until `condition` holds; by default, until it is over. */
export async function untilJob(
  app: TestApp,
  { members }: TestOrganization,
  jobId: string,
  condition: (job: JobWire) => boolean = isOver,
): Promise<JobWire> {
  let sweepAt = performance.now() + SWEEP_AFTER_MS;
  for (;;) {
    const { body } = await app.http
      .get(`/reconcile/jobs/${jobId}`)
      .set(members.viewer.authorization)
      .expect(200);
    if (condition(body)) return body;
    if (isOver(body)) throw new Error(`the job has ${body.status}: ${body.errors.join(' ')}`);
    if (body.status === 'pending' && performance.now() > sweepAt) {
      await app.container.services.jobs.sweep.look();
      sweepAt = performance.now() + SWEEP_AFTER_MS;
    }
    await sleep(20);
  }
}

export interface FinishedRun {
  jobId: string;
  rows: ResultRowWire[];
  /** The row of a reward, or of a sale that nothing claimed, by its own id in the books. */
  rowOf(transactionId: string): ResultRowWire;
  /** Where something about that row is said: `decision`, `decision/approval`, `notes`, `assignee`. */
  pathOf(transactionId: string, what?: string): string;
}

/** Starts a job and waits for it. */
export async function reconcileToEnd(
  app: TestApp,
  organization: TestOrganization,
  request: object,
): Promise<FinishedRun> {
  const { authorization } = organization.members.manager;
  const started = await app.http.post('/reconcile/start').set(authorization).send(request).expect(202);
  const jobId: string = started.body.job_id;
  await untilJob(app, organization, jobId, ({ status }) => status === 'completed');
  const results = await app.http
    .get(`/reconcile/jobs/${jobId}/results?limit=1000`)
    .set(authorization)
    .expect(200);
  const rows: ResultRowWire[] = results.body.results;
  const rowOf = (id: string) =>
    rows.find((row) => (row.reward_transaction ?? row.pos_transaction)?.transaction_id === id)!;
  const pathOf = (id: string, what = 'decision') =>
    `/reconcile/jobs/${jobId}/results/${rowOf(id).result_id}/${what}`;
  return { jobId, rows, rowOf, pathOf };
}
