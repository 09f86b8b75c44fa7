// The API's public status, asked every so often by a page that must not depend on it. Apart from the client, and free of
// dependencies, because the public site ships it as a script of its own.

export type PublicStatus = 'operational' | 'degraded' | 'down';

/** `checking` until the first answer. */
export type ShownStatus = PublicStatus | 'checking';

/** The word for each state, the same on every page. */
export const STATUS_WORD: Readonly<Record<ShownStatus, string>> = {
  checking: 'Checking',
  operational: 'Operational',
  degraded: 'Degraded',
  down: 'Down',
};

const INTERVAL_MS = 30_000;
const LONGEST_INTERVAL_MS = 300_000;
const ANSWER_TIMEOUT_MS = 5_000;

/** Asks `GET /status/public` once. No answer in 5 seconds, or none that can be read, is `down`. */
export async function askPublicStatus(apiBaseUrl: string): Promise<PublicStatus> {
  try {
    const response = await fetch(`${apiBaseUrl}/api/v1/status/public`, {
      signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
      credentials: 'omit',
    });
    const { status } = (await response.json()) as { status?: unknown };
    if (status === 'healthy') return 'operational';
    return status === 'degraded' ? 'degraded' : 'down';
  } catch {
    return 'down';
  }
}

/** What is needed of a `Document`. */
export interface WatchedPage {
  readonly hidden: boolean;
  addEventListener(type: 'visibilitychange', listener: () => void): void;
  removeEventListener(type: 'visibilitychange', listener: () => void): void;
}

export interface StatusWatch {
  ask: () => Promise<PublicStatus>;
  onStatus: (status: PublicStatus) => void;
  /** The document: nothing is asked while nobody looks at it. */
  page: WatchedPage;
}

/**
 * Asks now and then every 30 seconds; while the API is down, less and less often, down to every 5 minutes.
 * @returns how to stop
 */
export function watchPublicStatus({ ask, onStatus, page }: StatusWatch): () => void {
  let intervalMs = INTERVAL_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking = false;
  let stopped = false;

  const check = async () => {
    if (asking || stopped || page.hidden) return;
    asking = true;
    clearTimeout(timer);
    const status = await ask();
    asking = false;
    if (stopped) return;
    intervalMs = status === 'down' ? Math.min(intervalMs * 2, LONGEST_INTERVAL_MS) : INTERVAL_MS;
    timer = setTimeout(check, intervalMs);
    onStatus(status);
  };

  page.addEventListener('visibilitychange', check);
  void check();

  return () => {
    stopped = true;
    clearTimeout(timer);
    page.removeEventListener('visibilitychange', check);
  };
}
