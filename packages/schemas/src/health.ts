// Is it up, and how is it doing.
import * as z from 'zod';

export const HealthStatusWire = z.enum(['healthy', 'degraded', 'down']);
export type HealthStatus = z.infer<typeof HealthStatusWire>;

export const HealthCheckWire = z
  .object({ status: HealthStatusWire, detail: z.string() })
  .meta({ id: 'HealthCheck' });

export const HealthWire = z
  .object({
    status: HealthStatusWire,
    timestamp: z.string(),
    version: z.string(),
    uptime_seconds: z.number(),
    checks: z.object({
      database: HealthCheckWire,
      redis: HealthCheckWire,
      queue: HealthCheckWire,
      model: HealthCheckWire,
      disk: HealthCheckWire,
    }),
  })
  .meta({ id: 'Health' });
export type HealthWire = z.infer<typeof HealthWire>;

export const QuickHealthWire = z.object({ status: HealthStatusWire }).meta({ id: 'QuickHealth' });
export type QuickHealthWire = z.infer<typeof QuickHealthWire>;

/** A limit this process exceeds now: CPU_LIMIT_PERCENT or MAX_MEMORY_GB. */
export const ProcessAlertWire = z
  .object({
    limit: z.enum(['cpu_percent', 'memory_gb']),
    value: z.number(),
    allowed: z.number(),
    since: z.string(),
  })
  .meta({ id: 'ProcessAlert' });
export type ProcessAlertWire = z.infer<typeof ProcessAlertWire>;

export const SystemStatusWire = HealthWire.extend({
  system_metrics: z.object({
    cpu_percent: z.number(),
    memory_percent: z.number(),
    memory_available_gb: z.number(),
    disk_percent: z.number(),
    disk_free_gb: z.number(),
  }),
  model_status: z.object({ loaded: z.boolean(), version: z.string() }),
  performance_stats: z.object({
    predictions: z.int(),
    jobs_completed: z.int(),
    avg_processing_time_ms: z.number(),
  }),
  active_jobs: z.int(),
  queued_jobs: z.int(),
  alerts: z.array(ProcessAlertWire).meta({ description: 'Of the process that answers.' }),
}).meta({ id: 'SystemStatus' });
export type SystemStatusWire = z.infer<typeof SystemStatusWire>;

/** GET /status/public: what a visitor may know. */
export const PublicStatusWire = z
  .object({ status: HealthStatusWire, timestamp: z.string() })
  .meta({ id: 'PublicStatus' });
