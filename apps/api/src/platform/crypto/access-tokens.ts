// Access tokens: short-lived JWTs as RFC 9068 and RFC 8725 ask. One algorithm, fixed here and never read from a token.
import { errors, type JWTHeaderParameters, jwtVerify, SignJWT } from 'jose';
import * as z from 'zod';
import { Refusal } from '../errors/index.ts';
import { sha256 } from './tokens.ts';

const ALGORITHM = 'HS256';
const TYPE = 'at+jwt';
const CLOCK_TOLERANCE_SECONDS = 30;

const ClaimsSchema = z.object({ sub: z.uuid(), org: z.uuid(), sid: z.uuid(), exp: z.int() });

export interface AccessClaims {
  userId: string;
  organizationId: string;
  sessionId: string;
}

export interface AccessTokens {
  /** Seconds a token lives. */
  ttlSeconds: number;
  sign(claims: AccessClaims): Promise<string>;
  /** @throws Refusal `auth.invalid-token` whatever is wrong with it. */
  verify(token: string): Promise<AccessClaims>;
}

/** While a secret is rotated, tokens signed with the previous one are still accepted; `kid` tells which. */
export function accessTokens(options: {
  secret: string;
  previousSecret?: string | undefined;
  issuer: string;
  audience: string;
  accessTtlSeconds: number;
}): AccessTokens {
  const kidOf = (secret: string): string => sha256(`kid:${secret}`).toString('hex').slice(0, 16);
  const secrets = [options.secret, options.previousSecret].filter((secret) => secret !== undefined);
  const keys = new Map(secrets.map((secret) => [kidOf(secret), new TextEncoder().encode(secret)]));
  const signingKey = new TextEncoder().encode(options.secret);
  const header = { alg: ALGORITHM, typ: TYPE, kid: kidOf(options.secret) };

  return {
    ttlSeconds: options.accessTtlSeconds,
    sign: ({ userId, organizationId, sessionId }) =>
      new SignJWT({ org: organizationId, sid: sessionId })
        .setProtectedHeader(header)
        .setSubject(userId)
        .setIssuer(options.issuer)
        .setAudience(options.audience)
        .setIssuedAt()
        .setExpirationTime(`${options.accessTtlSeconds}s`)
        .sign(signingKey),
    async verify(token) {
      try {
        const { payload } = await jwtVerify(token, (header) => keyOf(keys, header), {
          algorithms: [ALGORITHM],
          typ: TYPE,
          issuer: options.issuer,
          audience: options.audience,
          requiredClaims: ['iat', 'exp'],
          clockTolerance: CLOCK_TOLERANCE_SECONDS,
        });
        const claims = ClaimsSchema.parse(payload);
        return { userId: claims.sub, organizationId: claims.org, sessionId: claims.sid };
      } catch (cause) {
        throw new Refusal('auth.invalid-token', { cause });
      }
    },
  };
}

/** The only members of a header of ours: none may point to a key elsewhere (jku, x5u, jwk) or ask for more (crit). */
const HEADER_MEMBERS = ['alg', 'typ', 'kid'];

function keyOf(keys: ReadonlyMap<string, Uint8Array>, header: JWTHeaderParameters): Uint8Array {
  const isOurs = Object.keys(header).every((member) => HEADER_MEMBERS.includes(member));
  const key = isOurs && header.kid !== undefined ? keys.get(header.kid) : undefined;
  if (!key) throw new errors.JWKSNoMatchingKey();
  return key;
}
