// Jobs take long and nobody waits for the second; requests do.
import { getPriority, setPriority } from 'node:os';

/**
 * Steps of niceness below what answers requests: where both want a processor, requests get half as much again. More would
 * starve a job on a machine that others fill.
 */
const STEPS_BELOW = 2;
const LOWEST = 19;

/**
 * Lets this process give way to requests on the same machine. To be called before anything else: Linux counts it for the
 * calling thread and those it starts from here on.
 */
export function giveWay(): void {
  setPriority(Math.min(LOWEST, getPriority() + STEPS_BELOW));
}
