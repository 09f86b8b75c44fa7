// A spa of each test's own whose books were reconciled, for the tests of a file that all begin with the same ones.
import { type FinishedRun, reconcileToEnd } from './reconciliation.ts';
import { startTestApp, type TestApp } from './test-app.ts';
import type { TestOrganization } from './test-organization.ts';

export let app: TestApp;
export let spa: TestOrganization;
/** The latest run. */
export let run: FinishedRun;

/** Another run of the same spa; it is `run` from then on. @param books as a request of /reconcile/start has them. */
export async function runOver(books: object): Promise<void> {
  run = await reconcileToEnd(app, spa, books);
}

/** A spa that has these books only. */
export async function beginWith(books: object): Promise<void> {
  spa = await app.createOrganization();
  await runOver(books);
}

/** Begins each test of the file with these books. */
export function setUpReconciledSpa(books: object): void {
  beforeAll(async () => {
    app = await startTestApp({ withWorker: true });
  });
  afterAll(() => app.close());
  beforeEach(() => beginWith(books));
}

export type Member = keyof TestOrganization['members'];
export const as = (role: Member) => spa.members[role].authorization;
