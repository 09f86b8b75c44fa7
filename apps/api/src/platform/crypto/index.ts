export { type AccessClaims, type AccessTokens, accessTokens } from './access-tokens.ts';
export {
  type BlindIndex,
  type BlindIndexOf,
  blindIndexes,
  isFoundBy,
  type Patient,
  type SealedNames,
} from './blind-index.ts';
export { canonicalJson, type Json } from './canonical-json.ts';
export { type Key, type KeyRing, keyRing } from './key-ring.ts';
export { MessageDigests } from './message-digests.ts';
export { hashPassword, verifyAgainstNobody, verifyPassword } from './passwords.ts';
export { PatientSeal, type Place, type Sealed } from './patient-seal.ts';
export { equalSecrets, randomToken, sha256 } from './tokens.ts';
