// Goes through the whole chain of an organization and holds it against its keys, its head and its anchors.
import type { AuditVerificationWire } from '@medspasync/schemas';
import type { KeyRing } from '../../platform/crypto/index.ts';
import type { WithinOrganization } from '../../platform/database/index.ts';
import { mapInSlices } from '../../platform/slices.ts';
import type { Anchor, AnchorFiles } from './anchor-files.ts';
import type { AuditRepository } from './audit.repository.ts';
import { ChainCheck, type Head, type SealedEvent } from './audit-chain.ts';

/** Events in one read: a few megabytes. */
const PAGE_EVENTS = 5000;

/** Ends are signed every hour, and whenever the API starts. */
const UNANCHORED_MS = 2 * 3_600_000;

export interface VerificationNeeds {
  repository: AuditRepository;
  anchors: AnchorFiles;
  keys: KeyRing;
  withinOrganization: WithinOrganization;
}

/** Every organization there is a log of, or an anchor that says there was one. @param withChain those that have a chain. */
export async function organizationsWithLog(
  withChain: readonly string[],
  anchors: AnchorFiles,
): Promise<string[]> {
  return [...new Set([...withChain, ...(await anchors.organizations())])];
}

/** Events recorded while it runs are checked too, or not yet; either is fine. */
export async function verifyChain(
  organizationId: string,
  needs: VerificationNeeds,
  now = Date.now(),
): Promise<AuditVerificationWire> {
  const { keys, repository, withinOrganization } = needs;
  // Before the events: what an anchor speaks of is then among them.
  const anchors = await needs.anchors.read(organizationId);
  const check = new ChainCheck(organizationId, keys);
  const anchored = new Map(anchors.good.map((anchor) => [anchor.seq, anchor]));
  let head: Head;
  let found: number;
  do {
    found = await withinOrganization(organizationId, async () => {
      head = await repository.head();
      const events = await repository.pageAfter(check.last.seq, PAGE_EVENTS);
      await mapInSlices(events, (event) => {
        check.take(event);
        holdAgainst(anchored.get(event.seq), event, check);
      });
      return events.length;
    });
  } while (found > 0);
  const headAfter = await withinOrganization(organizationId, () => repository.head());
  judgeEnd(check, head!, headAfter);
  for (const anchor of anchors.good)
    if (anchor.seq > check.last.seq)
      check.note(anchor.seq, 'cut', `Event ${anchor.seq} was there at ${anchor.at}; the log ends before it.`);
  const first = await withinOrganization(organizationId, () => repository.find(1));
  // What was altered is told already, and may not be readable.
  if (
    first &&
    check.findings.length === 0 &&
    anchors.good.length === 0 &&
    now - recordedAt(first) > UNANCHORED_MS
  )
    check.note(0, 'anchor', 'There is no anchor, though the log is older than two hours.');
  for (const line of anchors.badLines)
    check.note(0, 'anchor', `Line ${line} of the anchor file was not signed with a key of AUDIT_KEYS.`);
  const newest = anchors.good.at(-1);
  return {
    intact: check.findings.length === 0,
    events: check.events,
    findings: check.findings,
    anchors: anchors.good.length,
    anchored_seq: newest?.seq ?? null,
    anchored_at: newest?.at ?? null,
    verified_at: new Date().toISOString(),
  };
}

/** In milliseconds since 1970. */
const recordedAt = ({ payload }: SealedEvent): number =>
  Date.parse((JSON.parse(payload) as { at: string }).at);

function holdAgainst(anchor: Anchor | undefined, { mac, seq }: Head, check: ChainCheck): void {
  if (anchor && !anchor.mac.equals(mac))
    check.note(seq, 'anchor', `Event ${seq} is another one than at ${anchor.at}.`);
}

/** @param before the head as it was when the last events had not been read yet; @param after when they had. */
function judgeEnd(check: ChainCheck, before: Head, after: Head): void {
  const { mac, seq } = check.last;
  if (seq < before.seq)
    check.note(before.seq, 'cut', `The log ends at event ${seq}; ${before.seq} were recorded.`);
  else if (seq > after.seq) check.note(seq, 'head', `Event ${seq} was added past the end of the log.`);
  else if (seq === before.seq && !mac.equals(before.mac))
    check.note(seq, 'head', `Event ${seq} is not the one that was recorded last.`);
}
