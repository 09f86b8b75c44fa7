// Processor, memory and disk of the machine, in percent and GB (10^9 bytes).
import { statfs } from 'node:fs/promises';
import { cpus, freemem, totalmem } from 'node:os';
import type { SystemStatusWire } from '@medspasync/schemas';

export type SystemMetrics = SystemStatusWire['system_metrics'];

const GB = 1e9;
const round = (value: number): number => Math.round(value * 10) / 10;

interface ProcessorTimes {
  busy: number;
  total: number;
}

/** Milliseconds since the machine started, all processors together. */
function processorTimes(): ProcessorTimes {
  const times = cpus().map((cpu) => cpu.times);
  const total = times.reduce((sum, t) => sum + t.user + t.nice + t.sys + t.idle + t.irq, 0);
  const idle = times.reduce((sum, t) => sum + t.idle, 0);
  return { busy: total - idle, total };
}

/** @returns a function whose `cpu_percent` covers the time since it was last called. */
export function systemMetricsOf(directory: string): () => Promise<SystemMetrics> {
  let before = processorTimes();
  return async () => {
    const now = processorTimes();
    const elapsed = now.total - before.total;
    const busy = elapsed > 0 ? (now.busy - before.busy) / elapsed : 0;
    before = now;
    const disk = await statfs(directory);
    return {
      cpu_percent: round(busy * 100),
      memory_percent: round((1 - freemem() / totalmem()) * 100),
      memory_available_gb: round(freemem() / GB),
      disk_percent: round((1 - disk.bavail / disk.blocks) * 100),
      disk_free_gb: round((disk.bavail * disk.bsize) / GB),
    };
  };
}
