// Whether this process uses more than it should: CPU_LIMIT_PERCENT and MAX_MEMORY_GB. Said once when it begins and once
// when it is over; whoever asks in between finds it in /status.
import { availableParallelism } from 'node:os';
import type { ProcessAlertWire } from '@medspasync/schemas';
import type { Logger } from '../../platform/logging/index.ts';
import type { Metrics } from '../../platform/metrics/index.ts';

export interface ProcessLimits {
  /** Of all processors. */
  cpuPercent: number;
  /** Resident. */
  memoryGb: number;
}

/** What a process uses; CPU since it was last asked. */
export type ProcessUsage = ProcessLimits;

type Limit = ProcessAlertWire['limit'];

const GB = 1024 ** 3;
const US_PER_MS = 1000;

const round = (value: number): number => Math.round(value * 100) / 100;

/** @returns a function that reads this process's use. */
export function processUsage(): () => ProcessUsage {
  let [cpuBefore, before] = [process.cpuUsage(), performance.now()];
  return () => {
    const [cpu, now] = [process.cpuUsage(), performance.now()];
    const usedMs = (cpu.user - cpuBefore.user + cpu.system - cpuBefore.system) / US_PER_MS;
    const availableMs = (now - before) * availableParallelism();
    [cpuBefore, before] = [cpu, now];
    return {
      cpuPercent: availableMs > 0 ? round((usedMs / availableMs) * 100) : 0,
      memoryGb: round(process.memoryUsage.rss() / GB),
    };
  };
}

export interface ProcessLimitsNeeds {
  limits: ProcessLimits;
  usage(): ProcessUsage;
  metrics: Pick<Metrics, 'limitExceeded' | 'limitExceededTotal'>;
  logger: Logger;
}

export class ProcessLimitsWatch {
  readonly #exceeded = new Map<Limit, ProcessAlertWire>();

  constructor(private readonly needs: ProcessLimitsNeeds) {}

  /** Limits that are exceeded now. */
  alerts(): ProcessAlertWire[] {
    return [...this.#exceeded.values()];
  }

  check(): void {
    const { limits, usage } = this.needs;
    const { cpuPercent, memoryGb } = usage();
    this.#compare('cpu_percent', cpuPercent, limits.cpuPercent);
    this.#compare('memory_gb', memoryGb, limits.memoryGb);
  }

  #compare(limit: Limit, value: number, allowed: number): void {
    const { logger, metrics } = this.needs;
    const before = this.#exceeded.get(limit);
    const isExceeded = value > allowed;
    metrics.limitExceeded.set({ limit }, isExceeded ? 1 : 0);
    if (isExceeded)
      this.#exceeded.set(limit, { limit, value, allowed, since: before?.since ?? new Date().toISOString() });
    else this.#exceeded.delete(limit);
    if (isExceeded === (before !== undefined)) return;
    if (isExceeded) metrics.limitExceededTotal.inc({ limit });
    logger.warn({ limit, value, allowed }, isExceeded ? 'limit exceeded' : 'limit kept again');
  }
}
