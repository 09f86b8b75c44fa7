// When somebody last did something in any tab of this browser: a pointer, a key, a touch. Kept beside the tabs, so that
// work in one keeps the others open.

const KEY = 'last-input';

/** Notes are written this often at most; a second is nothing against minutes. */
const NOTE_MS = 1000;

/** Requests later than this after the last input are the app's own. */
const AT_WORK_MS = 60_000;

let lastHere = 0;

function lastElsewhere(): number {
  try {
    return Number(localStorage.getItem(KEY) ?? 0) || 0;
  } catch {
    // Storage is blocked: each tab counts for itself.
    return 0;
  }
}

/** In milliseconds of the clock; a note from the future, of a clock that was put back, counts as now. */
export const lastInputAt = (): number => Math.min(Math.max(lastHere, lastElsewhere()), Date.now());

export function noteInput(): void {
  const now = Date.now();
  if (now - lastHere < NOTE_MS && now >= lastHere) return;
  lastHere = now;
  try {
    localStorage.setItem(KEY, String(now));
  } catch {
    // As above.
  }
}

/** Whether what is asked of the server now is asked by a person; polling goes on when nobody is there. */
export const isAtWork = (): boolean => Date.now() - lastInputAt() < AT_WORK_MS;
