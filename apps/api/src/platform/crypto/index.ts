export { type AccessClaims, type AccessTokens, accessTokens } from './access-tokens.ts';
export { hashPassword, verifyAgainstNobody, verifyPassword } from './passwords.ts';
export { equalSecrets, randomToken, sha256 } from './tokens.ts';
