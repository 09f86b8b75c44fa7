// What becomes of a job whose worker died with it. Most deaths are none of its doing: a restart, a full machine, the job
// beside it. Such a burst passes, and a job that itself kills whoever runs it does so after any wait: only waiting tells
// the two apart.

/** Who was interrupted this often is not suspect yet, and is run again at once. */
const FREE_DEATHS = 2;
const FIRST_WAIT_MS = 10_000;
/** The waits before add up to ten minutes and more. */
const MAX_DEATHS = 8;

/** Whether the job is taken for the cause: it has died with its worker however long it had waited. */
export const isDeadly = (deaths: number): boolean => deaths > MAX_DEATHS;

/**
 * How long a job waits after its `deaths`-th death. It doubles; up to half of it is added by chance, so that two jobs
 * that died together do not meet again, and only the one at fault goes on dying.
 * @returns whole ms: the queue's table takes no fraction
 */
export function waitAfterMs(deaths: number): number {
  if (deaths <= FREE_DEATHS) return 0;
  return Math.round(FIRST_WAIT_MS * 2 ** (deaths - FREE_DEATHS - 1) * (1 + Math.random() / 2));
}
