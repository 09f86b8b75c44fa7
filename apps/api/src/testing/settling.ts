// Settlements from start to end, for tests of whatever comes after.
import { setTimeout as sleep } from 'node:timers/promises';
import type { SettlementWire } from '@medspasync/schemas';
import type { TestApp } from './test-app.ts';
import type { TestOrganization } from './test-organization.ts';

/** Looks at the settlement until it is over. */
export async function untilSettled(
  app: TestApp,
  { members }: TestOrganization,
  settlementId: string,
): Promise<SettlementWire> {
  for (;;) {
    const { body } = await app.http
      .get(`/reimbursements/settlements/${settlementId}`)
      .set(members.viewer.authorization)
      .expect(200);
    if (body.status === 'completed') return body;
    if (body.status === 'failed') throw new Error(body.error);
    await sleep(20);
  }
}
