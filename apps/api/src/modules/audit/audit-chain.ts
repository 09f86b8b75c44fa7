// How events of the audit log hang together, and what is wrong when they do not. Pure: no database, no clock.
import { createHmac } from 'node:crypto';
import type { AuditFinding } from '@medspasync/schemas';
import type { KeyRing } from '../../platform/crypto/index.ts';

export interface SealedEvent {
  seq: number;
  keyId: string;
  prevMac: Buffer;
  /** Canonical JSON, verbatim as it was sealed. */
  payload: string;
  mac: Buffer;
}

/** Where a chain ends. */
export interface Head {
  seq: number;
  mac: Buffer;
}

/** Before the first event. */
export const EMPTY_CHAIN: Head = { seq: 0, mac: Buffer.alloc(32) };

/** Bound to its organization, its place, all events before it and its payload. */
function macOf(
  key: Buffer,
  organizationId: string,
  { payload, prevMac, seq }: Omit<SealedEvent, 'mac'>,
): Buffer {
  const place = `medspasync-audit-1|${organizationId}|${seq}|${prevMac.toString('hex')}|`;
  return createHmac('sha256', key).update(place).update(payload).digest();
}

/** The event that follows `head`. */
export function sealedAfter(head: Head, organizationId: string, payload: string, keys: KeyRing): SealedEvent {
  const event = { seq: head.seq + 1, keyId: keys.newest.id, prevMac: head.mac, payload };
  return { ...event, mac: macOf(keys.newest.bytes, organizationId, event) };
}

/** What is wrong with the event itself, whatever stands around it. */
export function findingIn(
  event: SealedEvent,
  organizationId: string,
  keys: KeyRing,
): AuditFinding | undefined {
  const { keyId, seq } = event;
  const key = keys.byId.get(keyId);
  if (!key)
    return {
      seq,
      kind: 'unknown_key',
      message: `Event ${seq} was sealed with key ${keyId}, which is not in AUDIT_KEYS.`,
    };
  if (!macOf(key.bytes, organizationId, event).equals(event.mac))
    return { seq, kind: 'altered', message: `Event ${seq} is not what was recorded.` };
  return undefined;
}

/** Findings listed; a chain that was tampered with throughout would list every event. */
const MAX_FINDINGS = 100;

/** Takes the events of one chain in the order of their numbers, and keeps what is wrong. */
export class ChainCheck {
  readonly findings: AuditFinding[] = [];
  #events = 0;
  #last: Head;

  /**
   * @param keys without them, only whether events follow each other is looked at.
   * @param before the event before the first; by default the chain is taken from its beginning.
   */
  constructor(
    private readonly organizationId: string,
    private readonly keys: KeyRing | undefined,
    before: Head = EMPTY_CHAIN,
  ) {
    this.#last = before;
  }

  get events(): number {
    return this.#events;
  }

  get last(): Head {
    return this.#last;
  }

  take(event: SealedEvent): void {
    const expected = this.#last.seq + 1;
    const { seq } = event;
    if (seq > expected) this.note(seq, 'gap', `${wordsFor(expected, seq - 1)} missing.`);
    else if (seq < expected) this.note(seq, 'repeated', `There is more than one event ${seq}.`);
    else if (!event.prevMac.equals(this.#last.mac))
      this.note(seq, 'unlinked', `Event ${seq} was recorded after another event than the one before it.`);
    const finding = this.keys && findingIn(event, this.organizationId, this.keys);
    if (finding) this.note(finding.seq, finding.kind, finding.message);
    this.#last = { seq, mac: event.mac };
    this.#events += 1;
  }

  note(seq: number, kind: AuditFinding['kind'], message: string): void {
    if (this.findings.length < MAX_FINDINGS) this.findings.push({ seq, kind, message });
  }
}

const wordsFor = (from: number, to: number): string =>
  from === to ? `Event ${from} is` : `Events ${from} to ${to} are`;
