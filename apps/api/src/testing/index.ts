// Test support: a real database and a real server. Imported by tests only.

export { untilSomebodyWaits } from './locks.ts';
export { type FinishedRun, reconcileToEnd, untilJob } from './reconciliation.ts';
export { untilSettled } from './settling.ts';
export { startTestApp, type TestApp, type TestAppOptions } from './test-app.ts';
export { createTestDatabase, type TestDatabase } from './test-database.ts';
export { insert, TEST_PASSWORD, type TestMember, type TestOrganization } from './test-organization.ts';
