// Work for the database that is waited for one step later: while a batch is written, the next one is made.

export interface OneAhead {
  /** Waits until what was started before has ended, then starts `work` and waits no longer. Rejects as that did. */
  start(work: () => Promise<void>): Promise<void>;
  /** Waits until what was started last has ended. Rejects as it did. */
  settled(): Promise<void>;
}

/** Resolves once `feed`, and all it started, has ended; also when it throws, nothing it started is at work any more. */
export async function oneAhead(feed: (ahead: OneAhead) => Promise<void>): Promise<void> {
  let running: Promise<void> = Promise.resolve();
  const settled = () => running;
  try {
    await feed({
      async start(work) {
        await running;
        running = work();
        // Heard at the next start, or at the end.
        running.catch(() => undefined);
      },
      settled,
    });
  } finally {
    await running.catch(() => undefined);
  }
  await running;
}
