// What the verification of the log found.
import type { AuditVerificationWire } from '@medspasync/schemas';
import { Callout } from '@medspasync/ui';
import { countOf, formatCount } from '../../../lib/counts.ts';
import { formatInstant } from '../../../lib/dates.ts';

/** More lines than a person reads at once; the rest is counted. */
const SHOWN_FINDINGS = 8;

export function VerificationNotice({ verification }: { verification: AuditVerificationWire }) {
  const { anchored_at, anchored_seq, events, findings, intact } = verification;
  const anchored =
    anchored_seq === null || anchored_at === null
      ? 'Its end has not been signed outside of the database yet; that happens every hour.'
      : `Up to event ${formatCount(anchored_seq)} it was signed outside of the database on ${formatInstant(anchored_at)}.`;
  if (intact)
    return (
      <Callout role="status" tone="success" title="The log is intact">
        <p>
          {countOf(events, 'event')}, each as it was recorded, none missing. {anchored}
        </p>
      </Callout>
    );
  const hidden = findings.length - SHOWN_FINDINGS;
  return (
    <Callout role="alert" tone="danger" title="The log is not what was recorded">
      <ul className="grid list-disc gap-0.5 pl-4">
        {findings.slice(0, SHOWN_FINDINGS).map(({ message }) => (
          <li key={message}>{message}</li>
        ))}
        {hidden > 0 && <li>and {countOf(hidden, 'more finding')}</li>}
      </ul>
      <p>Keep the database and the anchor files as they are, and tell your security officer. {anchored}</p>
    </Callout>
  );
}
