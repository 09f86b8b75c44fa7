// What was started is ended, also when a person has had enough of it.

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM']);

/**
 * Calls `work` at the first Ctrl-C (or SIGTERM) instead of ending this process.
 * @param {() => void} work
 * @returns {() => void} takes it back
 */
export function onInterrupt(work) {
  for (const signal of SIGNALS) process.once(signal, work);
  return () => {
    for (const signal of SIGNALS) process.off(signal, work);
  };
}

/** The exit code of who was interrupted, as shells have it. */
export const INTERRUPTED = 130;
