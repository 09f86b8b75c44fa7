import { startTestApp, type TestApp, type TestOrganization } from '../../testing/index.ts';

let app: TestApp;
let spa: TestOrganization;
beforeAll(async () => {
  app = await startTestApp();
  spa = await app.createOrganization();
});
afterAll(() => app.close());

const RESULTS = '/reconcile/jobs/00000000-0000-4000-8000-000000000000/results';
const get = (address: string) => app.http.get(address).set(spa.members.viewer.authorization);

test.each([
  ['result=Jane%20Canary', 'result', 'must be match or review_required or no_match or error'],
  ['side=Jane%20Canary', 'side', 'must be reward or pos'],
  ['limit=Jane%20Canary', 'limit', 'must be a whole number from 1 to 1000'],
  ['limit=1001', 'limit', 'must be a whole number from 1 to 1000'],
  ['page=0', 'page', 'must be a whole number from 1 to 1000000'],
  ['page=1&page=2', 'page', 'must be given once'],
  ['q=Jane%20Canary', 'q', 'is not a known query parameter'],
])('?%s is told in plain words, without the value', async (query, field, message) => {
  for (const prefix of ['', '/api/v1']) {
    const { body, text } = await get(`${prefix}${RESULTS}?${query}`).expect(422);
    expect(body.errors).toEqual([{ field, message }]);
    expect(text).not.toMatch(/Canary/);
  }
});

test('everything wrong with a query is said at once', async () => {
  const { body } = await get(`${RESULTS}?page=0&limit=abc&result=x&color=red`).expect(422);
  expect(body.errors.map(({ field }: { field: string }) => field)).toEqual([
    'page',
    'limit',
    'result',
    'color',
  ]);
});

test('a query as described is answered', async () => {
  await get('/reconcile/history?limit=500').expect(200);
  await get(`${RESULTS}?page=1&limit=1000&result=no_match&side=pos`).expect(404);
});
