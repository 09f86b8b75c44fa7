// One question to each thing the API relies on. A probe throws when there is no answer.
import { statfs } from 'node:fs/promises';
import type { HealthWire } from '@medspasync/schemas';

export type ProbeName = keyof HealthWire['checks'];
export type HealthProbes = Record<ProbeName, () => Promise<HealthWire['checks'][ProbeName]>>;

/** Below this share of free disk, uploads and backups start to fail. */
const MIN_FREE_SHARE = 0.05;

export interface ProbedSystems {
  database: { query(sql: string): Promise<unknown> };
  queue: { counts(): Promise<{ waiting: number; active: number }> };
  redis: { ping(): Promise<unknown> } | undefined;
  /** Told the seconds of every ping that was answered. */
  onRedisAnswer(seconds: number): void;
  modelStatus(): { loaded: boolean; version: string };
  /** A directory on the disk that matters. */
  directory: string;
}

export function createProbes(systems: ProbedSystems): HealthProbes {
  return {
    async database() {
      await systems.database.query('SELECT 1');
      return { status: 'healthy', detail: 'PostgreSQL answers.' };
    },
    async queue() {
      const { waiting, active } = await systems.queue.counts();
      return { status: 'healthy', detail: `${active} running, ${waiting} waiting.` };
    },
    async redis() {
      if (!systems.redis)
        return { status: 'healthy', detail: 'Not configured; limits are kept in the process.' };
      const startedAt = performance.now();
      await systems.redis.ping();
      systems.onRedisAnswer((performance.now() - startedAt) / 1000);
      return { status: 'healthy', detail: 'Redis answers.' };
    },
    async model() {
      const { loaded, version } = systems.modelStatus();
      if (!loaded) return { status: 'degraded', detail: 'No model is loaded.' };
      return { status: 'healthy', detail: `Model ${version}.` };
    },
    async disk() {
      const { bavail, blocks } = await statfs(systems.directory);
      const share = bavail / blocks;
      const detail = `${Math.round(share * 100)} % free.`;
      return { status: share < MIN_FREE_SHARE ? 'degraded' : 'healthy', detail };
    },
  };
}
