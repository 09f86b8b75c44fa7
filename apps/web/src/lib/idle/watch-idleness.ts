// Automatic log-off (45 CFR 164.312(a)(2)(iii)): tells when nobody has touched any tab for too long, and a while before.
import { lastInputAt, noteInput } from './last-input.ts';

/** How long before the end there is a warning; less where the whole time is short. */
export const WARNING_MS = 60_000;

const INPUTS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
const TICK_MS = 1000;

export interface IdlenessHandlers {
  /** Seconds until the end, every second of the warning; undefined when somebody is back. */
  onWarning(secondsLeft: number | undefined): void;
  onIdle(): void;
  /** While somebody is at it, a few times per `idleMs`: the server hears of work that asks nothing of it. */
  onWork(): void;
}

/** Watches from now on, which counts as input. @returns how to stop. */
export function watchIdleness(idleMs: number, { onIdle, onWarning, onWork }: IdlenessHandlers): () => void {
  const warningMs = Math.min(WARNING_MS, idleMs / 2);
  let toldWorkAt = Date.now();
  let isWarned = false;
  noteInput();

  const msLeft = (): number => lastInputAt() + idleMs - Date.now();

  function look(): void {
    const left = msLeft();
    if (left <= 0) {
      stop();
      onIdle();
      return;
    }
    const isWarning = left <= warningMs;
    if (isWarning || isWarned) onWarning(isWarning ? Math.ceil(left / 1000) : undefined);
    isWarned = isWarning;
  }

  function hear(): void {
    // A computer that wakes up: time ran out while it slept, and the hand that wakes it is too late.
    if (msLeft() > 0) noteInput();
    look();
    if (msLeft() <= 0 || Date.now() - toldWorkAt < idleMs / 3) return;
    toldWorkAt = Date.now();
    onWork();
  }

  const ticking = setInterval(look, TICK_MS);
  document.addEventListener('visibilitychange', look);
  for (const input of INPUTS) window.addEventListener(input, hear, { capture: true, passive: true });

  function stop(): void {
    clearInterval(ticking);
    document.removeEventListener('visibilitychange', look);
    for (const input of INPUTS) window.removeEventListener(input, hear, { capture: true });
  }
  return stop;
}
