// Where somebody is signed in, with a button that ends it.
import type { SessionWire } from '@medspasync/schemas';
import { Badge, Button } from '@medspasync/ui';
import { formatAgo, formatInstant } from './dates.ts';
import { browserOf } from './user-agents.ts';

export interface SessionListProps {
  sessions: readonly SessionWire[];
  /** The session that is being ended. */
  endingId: string | undefined;
  onEnd: (sessionId: string) => void;
}

export function SessionList({ sessions, endingId, onEnd }: SessionListProps) {
  return (
    <ul className="divide-y divide-line border-line border-t">
      {sessions.map((session) => {
        const browser = browserOf(session.user_agent);
        return (
          <li key={session.session_id} className="flex items-center justify-between gap-4 px-5 py-3 sm:px-6">
            <div className="grid min-w-0 gap-0.5 text-sm">
              <p className="flex flex-wrap items-center gap-2 font-medium">
                {browser}
                {session.is_current && <Badge tone="accent">This one</Badge>}
              </p>
              <p className="text-ink-faint">
                Used {formatAgo(session.last_seen_at, Date.now())} · since {formatInstant(session.created_at)}
              </p>
            </div>
            {!session.is_current && (
              <Button
                size="sm"
                variant="secondary"
                aria-label={`Sign out ${browser}, used ${formatAgo(session.last_seen_at, Date.now())}`}
                busy={endingId === session.session_id}
                onClick={() => onEnd(session.session_id)}
              >
                Sign out
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
