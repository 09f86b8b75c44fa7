// An event of the audit log in the words of a reader.
import { AUDIT_ACTIONS, type AuditEventWire } from '@medspasync/schemas';
import { formatDollars } from '../../../lib/money.ts';

const WORDS: Readonly<Record<string, string>> = AUDIT_ACTIONS;

/** An action of an older version keeps its own name. */
export const actionOf = ({ action }: AuditEventWire): string => WORDS[action] ?? action;

export function actorOf({ actor }: AuditEventWire): string {
  if (actor.user_id === null) return 'The system';
  const name = actor.name ?? 'A former member';
  return actor.api_key_id === null ? name : `${name}, by API key`;
}

/** The start of an id is enough to recognize it by. */
const shortened = (id: string): string => (/^[0-9a-f]{8}-/.test(id) ? id.slice(0, 8) : id);

export const subjectOf = ({ subject }: AuditEventWire): string =>
  subject ? `${subject.kind} ${shortened(subject.id)}` : '—';

/** `rows 100 · page 1`; what is named an amount is dollars. */
export const detailOf = ({ detail }: AuditEventWire): string =>
  Object.entries(detail)
    .map(([name, value]) => `${name.replaceAll('_', ' ')} ${[value].flat().map(wordOf(name)).join(', ')}`)
    .join(' · ');

const wordOf = (name: string) => (value: unknown) =>
  name.endsWith('_amount') ? formatDollars(Number(value)) : shortened(String(value));
