// Gauges of what the API stands on: the machine, the process's own limits, the database, Redis. Units are bytes, seconds
// and ratios; `disk_usage_percent` repeats one of them for dashboards that were made for it.
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import { unsetGauge } from './unset-gauge.ts';

const ROUND_TRIP_SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30];

export function machineMetrics(registers: Registry[]) {
  const gauge = (name: string, help: string) => unsetGauge(name, help, registers);
  const labelled = (name: string, help: string, label: string) =>
    new Gauge({ name, help, labelNames: [label], registers });
  return {
    systemCpu: gauge('system_cpu_usage_ratio', 'Processors busy, all of the machine.'),
    systemMemory: gauge('system_memory_usage_ratio', 'Memory in use, all of the machine.'),
    diskUsage: labelled('disk_usage_ratio', 'Disk in use.', 'mount'),
    diskFree: labelled('disk_free_bytes', 'Disk that can be written to.', 'mount'),
    diskPercent: labelled('disk_usage_percent', 'disk_usage_ratio × 100.', 'mount'),
    limitExceeded: labelled(
      'process_limit_exceeded',
      '1 while this process uses more than it should.',
      'limit',
    ),
    limitExceededTotal: new Counter({
      name: 'process_limit_exceeded_total',
      help: 'Times this process began to use more than it should.',
      labelNames: ['limit'],
      registers,
    }),
    databaseUp: gauge('db_up', 'Whether PostgreSQL answered when last asked.'),
    redisUp: gauge('redis_up', 'Whether Redis answered when last asked; absent where none is configured.'),
    querySeconds: new Histogram({
      name: 'db_query_duration_seconds',
      help: 'Time of one statement, from sending it to its last row.',
      buckets: ROUND_TRIP_SECONDS,
      registers,
    }),
    redisSeconds: new Histogram({
      name: 'redis_command_duration_seconds',
      help: 'Time of the PING that looks whether Redis is there.',
      labelNames: ['command'],
      buckets: ROUND_TRIP_SECONDS,
      registers,
    }),
  };
}
