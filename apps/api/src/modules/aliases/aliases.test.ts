// The alias book: what a decision remembers, what later jobs make of it, and who may see the names.
import type { AliasWire, ResultRowWire } from '@medspasync/schemas';
import { currentEntityManager } from '../../platform/database/index.ts';
import { reconcileToEnd, startTestApp, type TestApp, type TestOrganization } from '../../testing/index.ts';

const [MAIDEN, MARRIED] = ['Henrietta Quillfeather', 'Henrietta Brunner'];
const BOOKS = {
  reward_transactions: [
    {
      transaction_id: 'R-1',
      customer_name: MAIDEN,
      amount: 50,
      date: '2026-05-04',
      program: 'alle',
      service: 'Botox Cosmetic',
    },
  ],
  pos_transactions: [
    {
      transaction_id: 'P-1',
      customer_name: MARRIED,
      amount: 50,
      date: '2026-05-04',
      program: 'alle',
      service: 'Botox Cosmetic',
    },
  ],
};

let app: TestApp;
let spa: TestOrganization;
let jobId: string;
let row: ResultRowWire;
beforeAll(async () => {
  app = await startTestApp({ withWorker: true });
});
afterAll(() => app.close());
beforeEach(async () => {
  spa = await app.createOrganization();
  await run();
});

type Role = 'reviewer' | 'viewer' | 'admin' | 'manager';
const as = (role: Role = 'reviewer') => spa.members[role].authorization;
const run = async (books: object = BOOKS): Promise<void> => {
  const done = await reconcileToEnd(app, spa, books);
  jobId = done.jobId;
  row = done.rowOf('R-1');
};
const address = () => `/reconcile/jobs/${jobId}/results/${row.result_id}/decision`;
/** The pair is no match by itself, so the reward is paired with the sale that nothing claims. */
const decide = async (decision: object) => {
  const { body } = await app.http.get(`/reconcile/jobs/${jobId}/results?side=pos`).set(as()).expect(200);
  const [unclaimed] = body.results;
  const pair = unclaimed
    ? { verdict: 're_paired', pos_result_id: unclaimed.result_id }
    : { verdict: 'approved' };
  return app.http
    .post(address())
    .set(as())
    .send({ ...pair, ...decision });
};
const add = (alias: object) => app.http.post('/aliases').set(as()).send(alias);
const book = async (role: Role = 'viewer'): Promise<AliasWire[]> =>
  (await app.http.get('/aliases').set(as(role)).expect(200)).body.aliases;
const recorded = (action: string): Promise<{ detail: object }[]> =>
  app.platform.database.withinOrganization(spa.organizationId, async () => {
    const rows = await currentEntityManager().query<{ payload: string }[]>(
      'SELECT payload FROM audit_events',
    );
    return rows.map(({ payload }) => JSON.parse(payload)).filter((event) => event.action === action);
  });

test('names a decision remembers agree in the next job, which says since when', async () => {
  expect(row.result).not.toBe('match');
  expect((await decide({ remember: 'alias' })).status).toBe(200);
  await run();
  expect(row).toMatchObject({ result: 'match', reason_codes: [] });
  expect(row.explanation!.contributions[0]!.detail).toMatch(/^Known alias: confirmed on \d+ \w+ \d{4}$/);
});

test('a household stays a review, and another organization knows nothing of it', async () => {
  await decide({ remember: 'household' });
  await run();
  expect(row).toMatchObject({ result: 'review_required', reason_codes: ['HOUSEHOLD'] });
  spa = await app.createOrganization('Zen');
  await run();
  expect(row.reason_codes).not.toContain('HOUSEHOLD');
  expect(await book()).toEqual([]);
});

test('the book tells who confirmed it, and on which result', async () => {
  await decide({ remember: 'alias' });
  expect(await book()).toEqual([
    {
      alias_id: expect.any(String),
      kind: 'alias',
      names: [MAIDEN, MARRIED],
      confirmed_by: 'The reviewer',
      confirmed_at: expect.any(String),
      result_id: row.result_id,
    },
  ]);
  expect(await recorded('alias.added')).toHaveLength(1);
  expect(JSON.stringify(await recorded('alias.added'))).not.toContain('Quillfeather');
});

test('with the decision falls what it remembered', async () => {
  await decide({ remember: 'alias' });
  await app.http.delete(address()).set(as()).expect(200);
  expect(await book()).toEqual([]);
  await decide({ remember: 'alias' });
  await app.http.post(`/reconcile/jobs/${jobId}/undo`).set(as('manager')).expect(200);
  expect(await book()).toEqual([]);
  expect(await recorded('alias.removed')).toHaveLength(2);
});

test('a member without patient access sees that there is a pair, not its names', async () => {
  await add({ kind: 'household', names: [MAIDEN, 'Otto Brunner'] });
  await app.platform.database.withinOrganization(spa.organizationId, () =>
    currentEntityManager().query('UPDATE memberships SET patient_access = false WHERE user_id = $1', [
      spa.members.viewer.userId,
    ]),
  );
  expect(await book()).toMatchObject([{ kind: 'household', names: null, confirmed_by: 'The reviewer' }]);
  expect(await recorded('aliases.read')).toEqual([]);
  expect(await book('reviewer')).toMatchObject([{ names: [MAIDEN, 'Otto Brunner'] }]);
  expect(await recorded('aliases.read')).toHaveLength(1);
});

test('a pair is in the book once, whichever way round and however written', async () => {
  await add({ kind: 'alias', names: [MAIDEN, MARRIED] }).expect(201);
  const { body } = await add({
    kind: 'household',
    names: ['BRUNNER, Henrietta', MAIDEN.toUpperCase()],
  }).expect(409);
  expect(body.code).toBe('alias.known');
  // What a decision says again is no conflict; what it says otherwise is, and then nothing is decided.
  expect((await decide({ remember: 'household' })).body.code).toBe('alias.known');
  expect((await decide({ remember: 'alias' })).status).toBe(200);
  expect(await book()).toHaveLength(1);
});

test.each([
  ['one name twice', [MAIDEN, 'Quillfeather, Henrietta']],
  ['a name without a word', [MAIDEN, '?!']],
])('%s is refused, naming the field', async (_what, names) => {
  const { body } = await add({ kind: 'alias', names }).expect(422);
  expect(body.errors).toEqual([{ field: 'names', message: 'give two names that differ' }]);
});

test('equal names are nothing to remember, and the decision is not made', async () => {
  const same = { ...BOOKS.reward_transactions[0], customer_name: MARRIED };
  await run({ ...BOOKS, reward_transactions: [same], threshold: 1 });
  const { body } = await app.http.post(address()).set(as()).send({ verdict: 'approved', remember: 'alias' });
  expect(body.code).toBe('alias.nothing_to_remember');
  await app.http.post(address()).set(as()).send({ verdict: 'approved' }).expect(200);
});

test('what is taken out of the book is not known to the next job', async () => {
  const { body } = await add({ kind: 'alias', names: [MAIDEN, MARRIED] }).expect(201);
  await app.http.delete(`/aliases/${body.alias_id}`).set(as('viewer')).expect(403);
  await app.http.delete(`/aliases/${body.alias_id}`).set(as()).expect(204);
  await app.http.delete(`/aliases/${body.alias_id}`).set(as()).expect(404);
  await run();
  expect(row.result).not.toBe('match');
});

test('the database holds no word of a name', async () => {
  await add({ kind: 'alias', names: [MAIDEN, MARRIED] }).expect(201);
  await app.platform.database.withinOrganization(spa.organizationId, async () => {
    const stored = await currentEntityManager().query('SELECT * FROM name_aliases');
    expect(stored).toHaveLength(1);
    expect(JSON.stringify(stored)).not.toMatch(/quillfeather|brunner|henrietta/i);
  });
});

test('a pair asked about by itself knows the book at once, and of no other organization’s', async () => {
  const asked = {
    reward_transaction: BOOKS.reward_transactions[0],
    pos_transaction: BOOKS.pos_transactions[0],
  };
  const predicted = async (authorization = as()) =>
    (await app.http.post('/predict').set(authorization).send(asked).expect(200)).body.result;
  expect(await predicted()).not.toBe('match');
  const { body } = await add({ kind: 'alias', names: [MAIDEN.toUpperCase(), MARRIED] }).expect(201);
  expect(await predicted()).toBe('match');
  const other = await app.createOrganization();
  expect(await predicted(other.members.reviewer.authorization)).not.toBe('match');
  await app.http.delete(`/aliases/${body.alias_id}`).set(as()).expect(204);
  expect(await predicted()).not.toBe('match');
});
