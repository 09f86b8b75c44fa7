// Who may open a socket, and how long it stays open.
import { io, type Socket } from 'socket.io-client';
import { startTestApp, type TestApp, type TestOrganization } from '../../testing/index.ts';

let app: TestApp;
let spa: TestOrganization;
beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  spa = await app.createOrganization();
});
afterAll(() => app.close());

const open = (token: string): Socket =>
  io(app.url, { auth: { token }, transports: ['websocket'], reconnection: false, forceNew: true });

const heard = (socket: Socket, event: string): Promise<unknown> =>
  new Promise((resolve) => socket.once(event, resolve));

/** `connect`, or the message it is refused with. */
const outcomeOf = async (socket: Socket): Promise<string> =>
  Promise.race([
    heard(socket, 'connect').then(() => 'connect'),
    heard(socket, 'connect_error').then((error) => (error as Error).message),
  ]);

const requireSecondFactor = () =>
  app.http
    .patch('/organizations/current')
    .set(spa.members.admin.authorization)
    .send({ second_factor_required: true })
    .expect(200);

test('a session that may do nothing until a second factor is set up opens no socket', async () => {
  await requireSecondFactor();
  const socket = open(spa.members.viewer.accessToken);
  expect(await outcomeOf(socket)).toBe('auth.forbidden');
  socket.close();
});

test('an open socket is cut off when its session is ended, or may do nothing any more', async () => {
  const { admin, reviewer, viewer } = spa.members;
  const [ofReviewer, ofViewer] = [open(reviewer.accessToken), open(viewer.accessToken)];
  expect(await Promise.all([ofReviewer, ofViewer].map(outcomeOf))).toEqual(['connect', 'connect']);
  const cutOff = heard(ofReviewer, 'disconnect');
  await app.http
    .delete(`/organizations/current/members/${reviewer.userId}/sessions`)
    .set(admin.authorization)
    .expect(204);
  expect(await cutOff).toBe('io server disconnect');
  const cutOffNext = heard(ofViewer, 'disconnect');
  await requireSecondFactor();
  expect(await cutOffNext).toBe('io server disconnect');
});

test('a token that is none opens no socket', async () => {
  const socket = open('made up');
  expect(await outcomeOf(socket)).toBe('auth.invalid-token');
  socket.close();
});

test('where any origin may connect, none is told that it may send credentials', async () => {
  const openToAll = await startTestApp({ environment: { CORS_ORIGINS: '*' } });
  const { headers } = await openToAll.http
    .get('/socket.io/?EIO=4&transport=polling')
    .set('Origin', 'https://elsewhere.test')
    .expect(200);
  expect(headers['access-control-allow-origin']).toBe('*');
  expect(headers).not.toHaveProperty('access-control-allow-credentials');
  await openToAll.close();
});
