import { randomUUID } from 'node:crypto';
import { SignJWT, UnsecuredJWT } from 'jose';
import { accessTokens } from './access-tokens.ts';
import { hashPassword, verifyAgainstNobody, verifyPassword } from './passwords.ts';
import { equalSecrets, randomToken } from './tokens.ts';

const options = {
  secret: 'q8Zt2LkVx0aB7nRwYc4JmSdEhUf9GpKi31oT',
  issuer: 'medspasync',
  audience: 'medspasync-api',
  accessTtlSeconds: 600,
};
const claims = { userId: randomUUID(), organizationId: randomUUID(), sessionId: randomUUID() };
const refused = { code: 'auth.invalid-token', status: 401 };

describe('access tokens', () => {
  test('carry user, organization and session', async () => {
    const tokens = accessTokens(options);
    expect(await tokens.verify(await tokens.sign(claims))).toEqual(claims);
  });

  test('signed before a rotation are accepted until the previous secret is dropped', async () => {
    const old = await accessTokens(options).sign(claims);
    const rotated = { ...options, secret: 'Wn5xR0tPz7uQeYbLk2cVaJm9dGfHs4Xi83oT' };
    const during = accessTokens({ ...rotated, previousSecret: options.secret });
    expect(await during.verify(old)).toEqual(claims);
    await expect(accessTokens(rotated).verify(old)).rejects.toMatchObject(refused);
  });

  test('of another issuer or audience are refused', async () => {
    const tokens = accessTokens(options);
    for (const other of [{ issuer: 'evil' }, { audience: 'billing' }]) {
      const foreign = await accessTokens({ ...options, ...other }).sign(claims);
      await expect(tokens.verify(foreign)).rejects.toMatchObject(refused);
    }
  });

  test('that expired are refused', async () => {
    const expired = await accessTokens({ ...options, accessTtlSeconds: -120 }).sign(claims);
    await expect(accessTokens(options).verify(expired)).rejects.toMatchObject(refused);
  });

  test.each([
    ['jku', { jku: 'https://evil.test/keys' }],
    ['x5u', { x5u: 'https://evil.test/cert' }],
    ['jwk', { jwk: { kty: 'oct', k: 'AAAA' } }],
    ['b64 and crit', { b64: true, crit: ['b64'] }],
    ['a member nobody knows', { color: 'red' }],
  ])('with %s in the header are refused, though signed with our key', async (_what, extra) => {
    const tokens = accessTokens(options);
    const [header, payload] = (await tokens.sign(claims))
      .split('.')
      .slice(0, 2)
      .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()));
    const key = new TextEncoder().encode(options.secret);
    const sign = (members: object) =>
      new SignJWT(payload).setProtectedHeader({ ...header, ...members }).sign(key);
    expect(await tokens.verify(await sign({}))).toEqual(claims);
    await expect(tokens.verify(await sign(extra))).rejects.toMatchObject(refused);
  });

  test('of type JWT, of algorithm none, and garbage are refused', async () => {
    const tokens = accessTokens(options);
    const key = new TextEncoder().encode(options.secret);
    const kid = JSON.parse(
      Buffer.from((await tokens.sign(claims)).split('.')[0]!, 'base64url').toString(),
    ).kid;
    const payload = { sub: claims.userId, org: claims.organizationId, sid: claims.sessionId };
    const body = new SignJWT(payload).setIssuer(options.issuer).setAudience(options.audience);
    const wrongType = await body
      .setIssuedAt()
      .setExpirationTime('5m')
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid })
      .sign(key);
    const unsigned = new UnsecuredJWT(payload).setIssuer(options.issuer).setExpirationTime('5m').encode();
    for (const token of [wrongType, unsigned, 'a.b.c', ''])
      await expect(tokens.verify(token)).rejects.toMatchObject(refused);
  });
});

describe('passwords', () => {
  test('are argon2id at 19 MiB and two passes', async () => {
    expect(await hashPassword('correct horse battery')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  test('match however their letters were composed, and only then', async () => {
    const hash = await hashPassword('caf\u00e9 au lait, s\u2019il vous pla\u00eet');
    expect(await verifyPassword(hash, 'cafe\u0301 au lait, s\u2019il vous plai\u0302t')).toBe(true);
    expect(await verifyPassword(hash, 'cafe au lait')).toBe(false);
  });

  test('of an unknown account never match', async () => {
    expect(await verifyAgainstNobody('an account that does not exist')).toBe(false);
  });
});

test('random tokens have 256 bits and differ', () => {
  expect(Buffer.from(randomToken(), 'base64url')).toHaveLength(32);
  expect(equalSecrets(randomToken(), randomToken())).toBe(false);
});
