// People with a password, and the requests that sign them in and out, for every test of who is who.
import { randomUUID } from 'node:crypto';
import type { Role } from '@medspasync/schemas';
import { hashPassword } from '../../../platform/crypto/index.ts';
import { currentEntityManager } from '../../../platform/database/index.ts';
import { insert, startTestApp, type TestApp, type TestAppOptions } from '../../../testing/index.ts';

export const PASSWORD = 'violet-harbor-under-seven-lamps';
export const COOKIE = 'medspasync_refresh_3000';
export const FIREFOX = 'Mozilla/5.0 Firefox';

export let app: TestApp;
let passwordHash: string;

/** Starts the API before the tests of a file, and stops it after them. */
export function setUpApp(options?: TestAppOptions): void {
  beforeAll(async () => {
    app = await startTestApp(options);
    passwordHash = await hashPassword(PASSWORD);
  });
  afterAll(() => app.close());
}

/** Somebody with a password, in an organization of their own. */
export async function addPerson(role: Role = 'reviewer', on = app) {
  const organizationId = randomUUID();
  const within = <T>(work: () => Promise<T>) => on.platform.database.withinOrganization(organizationId, work);
  const person = await within(async () => {
    await insert('organizations', { id: organizationId, name: 'Harbor Aesthetics' });
    return insertMember(organizationId, role, 'Maria');
  });
  const change = (sql: string) => within(() => currentEntityManager().query(sql));
  return { ...person, organizationId, change };
}

async function insertMember(organization_id: string, role: Role, display_name: string) {
  const userId = randomUUID();
  const email = `${display_name.toLowerCase()}.${userId}@spa.test`;
  await insert('memberships', { organization_id, user_id: userId, role });
  await insert('users', { id: userId, email, display_name, password_hash: passwordHash });
  return { email, userId };
}

/** Another administrator of the same organization. @returns an access token. */
export async function addColleague(organizationId: string): Promise<string> {
  const { email } = await app.platform.database.withinOrganization(organizationId, () =>
    insertMember(organizationId, 'admin', 'Nina'),
  );
  return (await login(email).expect(200)).body.access_token;
}

/** Somebody as of `addPerson`, signed in from the web app. */
export async function signedIn(role?: Role, on = app) {
  const person = await addPerson(role, on);
  const response = await login(person.email, PASSWORD, { on }).expect(200);
  return { ...person, accessToken: response.body.access_token as string, refreshToken: tokenOf(response) };
}

export const login = (
  email: string,
  password = PASSWORD,
  { on = app, origin = 'http://localhost:3000' } = {},
) => on.http.post('/auth/login').set('User-Agent', FIREFOX).set('Origin', origin).send({ email, password });

export const refresh = (token: string, userAgent = FIREFOX) =>
  app.http
    .post('/auth/refresh')
    .set('Cookie', `${COOKIE}=${token}`)
    .set('User-Agent', userAgent)
    .set('Origin', 'http://localhost:3000');

export const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

interface Response {
  headers: Record<string, unknown>;
}

export const cookieOf = ({ headers }: Response): string => (headers['set-cookie'] as string[])[0]!;
/** The refresh token that a response sets. */
export const tokenOf = (response: Response): string => /=([^;]*)/.exec(cookieOf(response))![1]!;
