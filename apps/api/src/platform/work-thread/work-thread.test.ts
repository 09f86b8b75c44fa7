import { startTestApp, type TestApp, type TestOrganization } from '../../testing/index.ts';
import { currentStatements } from '../database/organization-scope.ts';
import { Refusal } from '../errors/index.ts';
import { type WorkSession, WorkThread } from './index.ts';
import type { DeskOfTests } from './testing/desk-of-tests.ts';

let app: TestApp;
let spa: TestOrganization;
let thread: WorkThread<DeskOfTests>;
let over: AbortController;
let desk: WorkSession<DeskOfTests>;
beforeAll(async () => {
  app = await startTestApp();
  spa = await app.createOrganization();
  thread = threadOfTests();
});
afterAll(async () => {
  await thread.close();
  await app.close();
});
beforeEach(() => {
  over = new AbortController();
  desk = thread.open(spa.organizationId, over.signal);
});
afterEach(() => over.abort());

const threadOfTests = (): WorkThread<DeskOfTests> =>
  new WorkThread({
    entry: new URL('./testing/thread-of-tests.ts', import.meta.url),
    workerData: {},
    maxHeapMb: 256,
    logger: app.platform.logger,
  });

const within = <T>(work: () => Promise<T>): Promise<T> =>
  app.platform.database.withinOrganization(spa.organizationId, work);

test('what the thread does is answered, in the organization of the session', async () => {
  expect(await Promise.all([desk.call('add', 1, 2), desk.call('organization')])).toEqual([
    3,
    spa.organizationId,
  ]);
});

test('its statements run in the transaction that is open here', async () => {
  const [ours, theirs] = await within(async () => [
    await currentStatements().query('SELECT pg_current_xact_id()::text AS id'),
    await desk.call('query', 'SELECT pg_current_xact_id()::text AS id', []),
  ]);
  expect(theirs).toEqual(ours);
});

test('a long text and a list arrive in the database as they are', async () => {
  const text = `Zoë ${'x'.repeat(100_000)} 🌸`;
  const found = await within(() =>
    desk.call('query', 'SELECT $1 = $2::text AS same, length($1) AS length, $3::int[] AS list', [
      text,
      text,
      [1, 2],
    ]),
  );
  expect(found).toEqual([{ same: true, length: [...text].length, list: [1, 2] }]);
});

test('outside of a transaction nothing is asked of the database', async () => {
  await expect(desk.call('query', 'SELECT 1', [])).rejects.toThrow('no organization');
});

test('a refusal is the same refusal here, and a mistake the same mistake', async () => {
  const refusal = await desk.call('refuse').catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Refusal);
  expect(refusal).toMatchObject({
    status: 422,
    detail: 'Not one row can be read.',
    errors: [{ field: 'row 3, column amount', message: 'is no amount' }],
  });
  await expect(desk.call('break')).rejects.toThrow('this is a mistake of ours');
});

test('what the database refuses is told as the database told it', async () => {
  const asked = within(() => desk.call('query', 'SELECT 1 / 0', []));
  await expect(asked).rejects.toMatchObject({ code: '22012' });
});

test('a session whose work nobody waits for ends at once, and its transaction is rolled back', async () => {
  const reason = new Refusal('request.malformed');
  const working = within(() => desk.call('goOn'));
  over.abort(reason);
  await expect(working).rejects.toBe(reason);
  await expect(desk.call('add', 1, 2)).rejects.toBe(reason);
});

test('a thread that dies says so to its sessions, and the next session has another', async () => {
  await expect(desk.call('die')).rejects.toMatchObject({ code: 'service.unavailable' });
  const next = thread.open(spa.organizationId, over.signal);
  expect(await next.call('add', 1, 2)).toBe(3);
});

test('one that is told to stop while it starts, stops', async () => {
  const starting = threadOfTests();
  const asked = starting.open(spa.organizationId, over.signal).call('add', 1, 2);
  const refused = expect(asked).rejects.toMatchObject({ code: 'service.unavailable' });
  await starting.close();
  await refused;
  const late = starting.open(spa.organizationId, over.signal).call('add', 1, 2);
  await expect(late).rejects.toMatchObject({ code: 'service.unavailable' });
});
