// Looks at the machine and at this process every few seconds, for metrics and for the limits of the process.
import type { Logger } from '../../platform/logging/index.ts';
import type { Metrics } from '../../platform/metrics/index.ts';
import { Watch } from '../../platform/watch.ts';
import type { ProcessLimitsWatch } from './process-limits.ts';
import type { SystemMetrics } from './system-metrics.ts';

export interface MachineWatchNeeds {
  systemMetrics(): Promise<SystemMetrics>;
  limits: ProcessLimitsWatch;
  metrics: Pick<Metrics, 'systemCpu' | 'systemMemory' | 'diskUsage' | 'diskFree' | 'diskPercent'>;
  logger: Logger;
}

/** Also what the use of processors is averaged over: a shorter burst is no alarm. */
const INTERVAL_MS = 15_000;

/** The disk of LOCAL_DIR; its path is nobody's business. */
const MOUNT = { mount: 'data' };

const GB = 1e9;

export class MachineWatch extends Watch {
  constructor(private readonly needs: MachineWatchNeeds) {
    super({
      intervalMs: INTERVAL_MS,
      failure: 'could not look at the machine',
      logger: needs.logger,
    });
  }

  async look(): Promise<void> {
    const { limits, metrics, systemMetrics } = this.needs;
    limits.check();
    const system = await systemMetrics();
    metrics.systemCpu.set(system.cpu_percent / 100);
    metrics.systemMemory.set(system.memory_percent / 100);
    metrics.diskUsage.set(MOUNT, system.disk_percent / 100);
    metrics.diskPercent.set(MOUNT, system.disk_percent);
    metrics.diskFree.set(MOUNT, system.disk_free_gb * GB);
  }
}
