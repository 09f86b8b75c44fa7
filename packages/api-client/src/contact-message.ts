// What a visitor writes to whoever runs the installation. Apart from the client, and free of dependencies, because the
// public site ships it as a script of its own.
import type { ContactRequestWire, ProblemWire } from '@medspasync/schemas';

export type ContactOutcome =
  | { kind: 'received' }
  /** By field: what is wrong with it, in words that follow its name. */
  | { kind: 'refused'; fields: Readonly<Record<string, string>> }
  | { kind: 'too-many'; minutes: number }
  /** Nobody knows whether it arrived. */
  | { kind: 'failed' };

const ANSWER_TIMEOUT_MS = 15_000;
const USUAL_WAIT_SECONDS = 3600;

/**
 * Sends `POST /contact` once.
 * @param key the same for every attempt at one message: it is kept once, however often it is sent
 */
export async function sendContactMessage(
  apiBaseUrl: string,
  message: ContactRequestWire,
  key: string,
): Promise<ContactOutcome> {
  try {
    const response = await fetch(`${apiBaseUrl}/api/v1/contact`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify(message),
      signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
      credentials: 'omit',
    });
    if (response.ok) return { kind: 'received' };
    if (response.status === 429) return { kind: 'too-many', minutes: minutesToWait(response) };
    const { errors = [] } = (await response.json()) as Partial<ProblemWire>;
    if (errors.length === 0) return { kind: 'failed' };
    return {
      kind: 'refused',
      fields: Object.fromEntries(errors.map(({ field, message }) => [field, message])),
    };
  } catch {
    return { kind: 'failed' };
  }
}

const minutesToWait = ({ headers }: Response): number =>
  Math.ceil((Number(headers.get('Retry-After')) || USUAL_WAIT_SECONDS) / 60);
