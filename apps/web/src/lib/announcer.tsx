// One polite live region for the whole app: what changed, for those who cannot see it change.
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

const AnnounceContext = createContext<((message: string) => void) | undefined>(undefined);

export function Announcer({ children }: { children: ReactNode }) {
  const [message, setMessage] = useState('');
  const announce = useCallback((next: string) => {
    // The same words twice are no change to a screen reader; a trailing space makes them one.
    setMessage((shown) => (shown === next ? `${next}\u00a0` : next));
  }, []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <p role="status" className="sr-only" data-testid="announcer">
        {message}
      </p>
    </AnnounceContext>
  );
}

/** Says a message to screen readers; to be called under an `Announcer`. */
export function useAnnounce(): (message: string) => void {
  const announce = useContext(AnnounceContext);
  if (!announce) throw new Error('useAnnounce needs an Announcer above it');
  return announce;
}
