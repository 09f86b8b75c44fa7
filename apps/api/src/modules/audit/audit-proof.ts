// A page of the log that leaves the house: signed, so that whoever has the public key can check that it is ours and
// whole, and with the seals of its events, so that whoever has the audit keys can check those as well. No database needed.
import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign, verify } from 'node:crypto';
import type { AuditFinding, AuditProofWire, SealedEventWire } from '@medspasync/schemas';
import { canonicalJson, type Json, type Key, type KeyRing } from '../../platform/crypto/index.ts';
import { ChainCheck, type SealedEvent } from './audit-chain.ts';

/** An Ed25519 private key and public key in DER are these bytes and 32 more (RFC 8410). */
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** Derived from an audit key: nothing more to keep, and it changes when that is rotated. */
function signingKey({ bytes }: Key): KeyObject {
  const seed = Buffer.from(hkdfSync('sha256', bytes, '', 'medspasync-audit-proof-1', 32));
  return createPrivateKey({ key: Buffer.concat([PRIVATE_PREFIX, seed]), format: 'der', type: 'pkcs8' });
}

/** Raw, base64url: what a reader of proofs is given once, on another way than the proofs. */
const publicKeyOf = (key: Key): string =>
  createPublicKey(signingKey(key))
    .export({ format: 'der', type: 'spki' })
    .subarray(PUBLIC_PREFIX.length)
    .toString('base64url');

/** Of all audit keys, the newest first: it signs, and what the older ones have signed stays ours. */
export const publicKeysOf = ({ all }: KeyRing): string[] => all.map(publicKeyOf);

/** @param events consecutive. */
export function proofOf(
  organizationId: string,
  events: readonly SealedEvent[],
  exportedAt: Date,
  keys: KeyRing,
): AuditProofWire {
  const unsigned = {
    format: 'medspasync-audit-proof-1' as const,
    organization_id: organizationId,
    exported_at: exportedAt.toISOString(),
    events: events.map(eventToWire),
    public_key: publicKeyOf(keys.newest),
  };
  const signature = sign(null, Buffer.from(canonicalJson(unsigned)), signingKey(keys.newest)).toString(
    'base64url',
  );
  return { ...unsigned, signature };
}

export interface ProofVerdict {
  /** Whether it was signed with one of the keys that are known, and not changed since. */
  isSigned: boolean;
  events: number;
  /** Empty when the events follow each other and, where keys were given, are what was recorded. */
  findings: readonly AuditFinding[];
}

/**
 * @param publicKeys the ones known as ours. The key that a page brings along is none of them by itself: anybody can sign
 *   events of their own with a key of their own.
 * @param keys the audit keys, to check the seals too; without them, only that each event names the one before it.
 */
export function checkProof(
  proof: AuditProofWire,
  publicKeys: readonly string[],
  keys?: KeyRing,
): ProofVerdict {
  const events = proof.events.map(eventFromWire);
  const { signature, ...unsigned } = proof;
  const isSigned =
    publicKeys.includes(proof.public_key) &&
    isSignature(Buffer.from(canonicalJson(unsigned as unknown as Json)), proof.public_key, signature);
  const [first] = events;
  if (!first) return { isSigned, events: 0, findings: [] };
  const check = new ChainCheck(proof.organization_id, keys, { seq: first.seq - 1, mac: first.prevMac });
  for (const event of events) check.take(event);
  return { isSigned, events: events.length, findings: check.findings };
}

function isSignature(bytes: Buffer, publicKey: string, signature: string): boolean {
  try {
    const der = Buffer.concat([PUBLIC_PREFIX, Buffer.from(publicKey, 'base64url')]);
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    return verify(null, bytes, key, Buffer.from(signature, 'base64url'));
  } catch {
    // Not even a key.
    return false;
  }
}

const eventToWire = ({ keyId, mac, payload, prevMac, seq }: SealedEvent): SealedEventWire => ({
  seq,
  key_id: keyId,
  prev_mac: prevMac.toString('hex'),
  payload,
  mac: mac.toString('hex'),
});

const eventFromWire = ({ key_id, mac, payload, prev_mac, seq }: SealedEventWire): SealedEvent => ({
  seq,
  keyId: key_id,
  prevMac: Buffer.from(prev_mac, 'hex'),
  payload,
  mac: Buffer.from(mac, 'hex'),
});
