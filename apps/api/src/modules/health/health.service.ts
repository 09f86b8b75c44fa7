// Puts the probes' answers together: is it up, and how is it doing.
import type { HealthStatus, HealthWire, SystemStatusWire } from '@medspasync/schemas';
import type { JobCounts } from '../../platform/queue/index.ts';
import type { HealthProbes, ProbeName } from './health-probes.ts';
import type { SystemMetrics } from './system-metrics.ts';

export interface HealthSources {
  version: string;
  probes: HealthProbes;
  systemMetrics(): Promise<SystemMetrics>;
  modelStatus(): SystemStatusWire['model_status'];
  performanceStats(): Promise<SystemStatusWire['performance_stats']>;
  jobCounts(): Promise<JobCounts>;
  /** Limits of this process that are exceeded. */
  alerts(): SystemStatusWire['alerts'];
  onChecked(checks: HealthWire['checks']): void;
}

/** Without these nothing can be served; the others only take something away. */
const ESSENTIAL: readonly ProbeName[] = ['database', 'queue'];

/** A probe that has no answer by then counts as down. */
const PROBE_TIMEOUT_MS = 3000;
const WATCH_INTERVAL_MS = 5000;

export class HealthService {
  readonly #sources: HealthSources;
  #latest: HealthStatus = 'healthy';
  #watch: NodeJS.Timeout | undefined;

  constructor(sources: HealthSources) {
    this.#sources = sources;
  }

  /** Asks every probe, all at once. */
  async check(): Promise<HealthWire> {
    const names = Object.keys(this.#sources.probes) as ProbeName[];
    const entries = await Promise.all(names.map(async (name) => [name, await this.#probe(name)] as const));
    const checks = Object.fromEntries(entries) as HealthWire['checks'];
    this.#latest = overall(checks);
    this.#sources.onChecked(checks);
    return {
      status: this.#latest,
      timestamp: new Date().toISOString(),
      version: this.#sources.version,
      uptime_seconds: Math.round(process.uptime()),
      checks,
    };
  }

  /** The status of the last check, without asking anything. */
  latestStatus(): HealthStatus {
    return this.#latest;
  }

  async publicStatus(): Promise<{ status: HealthStatus; timestamp: string }> {
    return { status: this.#latest, timestamp: new Date().toISOString() };
  }

  async systemStatus(): Promise<SystemStatusWire> {
    const { systemMetrics, modelStatus, performanceStats, jobCounts } = this.#sources;
    const [health, system_metrics, performance_stats, jobs] = await Promise.all([
      this.check(),
      systemMetrics(),
      performanceStats(),
      jobCounts(),
    ]);
    return {
      ...health,
      system_metrics,
      model_status: modelStatus(),
      performance_stats,
      active_jobs: jobs.active,
      queued_jobs: jobs.waiting,
      alerts: this.#sources.alerts(),
    };
  }

  /** Keeps the latest status fresh until `stopWatching`. */
  async startWatching(): Promise<void> {
    await this.check();
    this.#watch = setInterval(() => void this.check(), WATCH_INTERVAL_MS);
    this.#watch.unref();
  }

  stopWatching(): void {
    clearInterval(this.#watch);
  }

  async #probe(name: ProbeName): Promise<HealthWire['checks'][ProbeName]> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('no answer')), PROBE_TIMEOUT_MS);
    });
    try {
      return await Promise.race([this.#sources.probes[name](), tooLate]);
    } catch {
      return { status: 'down', detail: 'Not answering.' };
    } finally {
      clearTimeout(timer);
    }
  }
}

function overall(checks: HealthWire['checks']): HealthStatus {
  if (ESSENTIAL.some((name) => checks[name].status === 'down')) return 'down';
  return Object.values(checks).every(({ status }) => status === 'healthy') ? 'healthy' : 'degraded';
}
