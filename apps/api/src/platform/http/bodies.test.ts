// Bodies of requests: what may come in, how much of it, and what is said of the rest.
import { startTestApp, type TestApp, type TestOrganization } from '../../testing/index.ts';

let app: TestApp;
let spa: TestOrganization;
beforeAll(async () => {
  app = await startTestApp();
  spa = await app.createOrganization();
});
afterAll(() => app.close());

test('a body that is not JSON is told apart from one that is not allowed', async () => {
  const post = () => app.http.post('/status');
  const malformed = await post().set('Content-Type', 'application/json').send('{"a":').expect(400);
  expect(malformed.body.code).toBe('request.malformed');
  const form = await post().set('Content-Type', 'text/plain').send('a=1').expect(415);
  expect(form.body.code).toBe('request.unsupported-type');
});

test('a body over the limit is refused before it is read', async () => {
  const small = await startTestApp({ environment: { MAX_BODY_MB: '1' } });
  const { body } = await small.http
    .post('/status')
    .send({ text: 'x'.repeat(1_100_000) })
    .expect(413);
  expect(body.code).toBe('request.too-large');
  await small.close();
});

test('a stranger sends a page, not a book', async () => {
  for (const path of ['/auth/login', '/api/v1/auth/login', '/contact', '/invitations/open']) {
    const { body } = await app.http
      .post(path)
      .send({ text: 'x'.repeat(70_000) })
      .expect(413);
    expect(body.code).toBe('request.too-large');
  }
});

test('whole books are taken where they belong, and a few megabytes elsewhere', async () => {
  const books = { text: 'x'.repeat(5_000_000) };
  const send = (path: string) => app.http.post(path).set(spa.members.admin.authorization).send(books);
  for (const path of ['/reconcile/start', '/predict/batch', '/model/train']) await send(path).expect(422);
  for (const path of ['/predict', '/aliases', '/auth/password']) await send(path).expect(413);
});

test('of very many fields that are not known a thousand are named', async () => {
  const fields = Object.fromEntries(Array.from({ length: 40_000 }, (_, n) => [`field ${n}`, n]));
  const { body } = await app.http
    .post('/predict')
    .set(spa.members.manager.authorization)
    .send(fields)
    .expect(422);
  expect(body.errors).toHaveLength(1001);
  expect(body.errors.at(-1)).toEqual({
    field: 'body',
    message: 'has more; only the first 1000 are listed',
  });
});
