// Jobs from start to end, for tests of whatever comes after.
import { setTimeout as sleep } from 'node:timers/promises';
import type { JobWire, ResultRowWire } from '@medspasync/schemas';
import type { TestApp } from './test-app.ts';
import type { TestOrganization } from './test-organization.ts';

const isOver = ({ status }: JobWire): boolean => !['pending', 'processing'].includes(status);

/** Looks at the job until `condition` holds; by default, until it is over. */
export async function untilJob(
  app: TestApp,
  { members }: TestOrganization,
  jobId: string,
  condition: (job: JobWire) => boolean = isOver,
): Promise<JobWire> {
  for (;;) {
    const { body } = await app.http
      .get(`/reconcile/jobs/${jobId}`)
      .set(members.viewer.authorization)
      .expect(200);
    if (condition(body)) return body;
    if (isOver(body)) throw new Error(`the job has ${body.status}: ${body.errors.join(' ')}`);
    await sleep(20);
  }
}

/** Starts a job and waits for it. @returns its id and its rows. */
export async function reconcileToEnd(
  app: TestApp,
  organization: TestOrganization,
  request: object,
): Promise<{ jobId: string; rows: ResultRowWire[] }> {
  const { authorization } = organization.members.manager;
  const started = await app.http.post('/reconcile/start').set(authorization).send(request).expect(202);
  const jobId: string = started.body.job_id;
  await untilJob(app, organization, jobId, ({ status }) => status === 'completed');
  const results = await app.http
    .get(`/reconcile/jobs/${jobId}/results?limit=1000`)
    .set(authorization)
    .expect(200);
  return { jobId, rows: results.body.results };
}
