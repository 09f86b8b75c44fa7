// What Prometheus reads. Every label is from a short fixed list: no id, no URL, nothing of a patient.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { PoolCounts } from '../database/index.ts';
import type { JobCounts } from '../queue/index.ts';
import { machineMetrics } from './machine-metrics.ts';
import { unsetGauge } from './unset-gauge.ts';

export type Metrics = ReturnType<typeof createMetrics>;

const REQUEST_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const JOB_SECONDS = [0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 900];
const WEBHOOK_SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const PREDICTION_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1];

/** @param build which version runs, and the commit it was bundled from. */
export function createMetrics({ commit, version }: { commit: string; version: string }) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  new Gauge({
    name: 'medspasync_build_info',
    help: 'Always 1; the labels say what runs.',
    labelNames: ['version', 'commit'],
    registers,
  }).set({ version, commit }, 1);
  const route = ['method', 'route', 'status'] as const;
  const ratio = (name: string, help: string) => new Gauge({ name, help, labelNames: ['source'], registers });
  return {
    registry,
    ...machineMetrics(registers),
    modelPrecision: ratio(
      'model_precision_ratio',
      'Precision of the shipped model: as measured, and by what people decided about its pairs.',
    ),
    modelPrecisionPairs: ratio('model_precision_pairs', 'Pairs behind model_precision_ratio.'),
    modelRecall: ratio('model_recall_ratio', 'Recall of the shipped model, as measured.'),
    accuracy: ratio(
      'reconciliation_accuracy_ratio',
      'Share of pairs people let stand: of those they decided about, and of those approved automatically.',
    ),
    auditEvents: new Counter({
      name: 'audit_events_total',
      help: 'Events this process has added to audit logs.',
      registers,
    }),
    securityEvents: new Counter({
      name: 'security_events_total',
      help: 'Recorded events that concern security.',
      labelNames: ['type', 'severity'],
      registers,
    }),
    requests: new Counter({
      name: 'http_requests_total',
      help: 'Requests answered.',
      labelNames: route,
      registers,
    }),
    requestSeconds: new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Time from request to the end of the answer.',
      labelNames: route,
      buckets: REQUEST_SECONDS,
      registers,
    }),
    requestsInFlight: new Gauge({
      name: 'http_requests_in_flight',
      help: 'Requests being answered.',
      registers,
    }),
    rateLimited: new Counter({
      name: 'rate_limited_total',
      help: 'Requests refused by a rate limit.',
      labelNames: ['policy'],
      registers,
    }),
    authAttempts: new Counter({
      name: 'auth_attempts_total',
      help: 'Sign-ins and token uses.',
      labelNames: ['result', 'method'],
      registers,
    }),
    breakGlass: new Counter({
      name: 'break_glass_total',
      help: 'Emergency accesses to patient data: opened, given back, reviewed.',
      labelNames: ['event'],
      registers,
    }),
    sockets: new Gauge({ name: 'websocket_connections', help: 'Connected sockets.', registers }),
    predictions: new Counter({ name: 'predictions_total', help: 'Pairs scored.', registers }),
    predictionSeconds: new Histogram({
      name: 'prediction_duration_seconds',
      help: 'Time to score one request’s pairs.',
      buckets: PREDICTION_SECONDS,
      registers,
    }),
    transactionsIngested: new Counter({
      name: 'transactions_ingested_total',
      help: 'Transactions stored, from files and from request bodies.',
      labelNames: ['source'],
      registers,
    }),
    matches: new Counter({
      name: 'reconciliation_matches_total',
      help: 'Pairs matched by the engine, and approved, rejected or undone by people.',
      labelNames: ['decision'],
      registers,
    }),
    jobSeconds: new Histogram({
      name: 'job_duration_seconds',
      help: 'Time from the start of a reconciliation to its end.',
      labelNames: ['outcome'],
      buckets: JOB_SECONDS,
      registers,
    }),
    auditChainsBroken: unsetGauge(
      'audit_chains_broken',
      'Organizations whose audit log was not what was recorded when it was last verified.',
      registers,
    ),
    auditChainValid: unsetGauge(
      'audit_chain_valid',
      'Whether every audit log was intact when last verified.',
      registers,
    ),
    auditEventsVerified: unsetGauge(
      'audit_events_verified',
      'Events the last nightly verification went through.',
      registers,
    ),
    auditVerifiedAt: unsetGauge(
      'audit_verified_timestamp_seconds',
      'When the last nightly verification ended.',
      registers,
    ),
    patientRowsPending: new Gauge({
      name: 'phi_rows_pending_rotation',
      help: 'Rows of patient data that are not sealed with the newest key yet.',
      registers,
    }),
    webhookAttempts: new Counter({
      name: 'webhook_attempts_total',
      help: 'Attempts to deliver a webhook message.',
      labelNames: ['outcome'],
      registers,
    }),
    webhookSeconds: new Histogram({
      name: 'webhook_attempt_duration_seconds',
      help: 'Time until a receiver answered, or the attempt was given up.',
      buckets: WEBHOOK_SECONDS,
      registers,
    }),
    jobs: new Counter({
      name: 'jobs_total',
      help: 'Jobs ended for good, by kind.',
      labelNames: ['job', 'outcome'],
      registers,
    }),
  };
}

/** Connections of the database pool, read when Prometheus asks. */
export function measurePool(metrics: Metrics, counts: () => PoolCounts): void {
  new Gauge({
    name: 'db_pool_connections',
    help: 'Connections of the pool: in use, idle; and requests that wait for one.',
    labelNames: ['state'],
    registers: [metrics.registry],
    collect() {
      for (const [state, count] of Object.entries(counts())) this.set({ state }, count);
    },
  });
}

/** Queue gauges, read when Prometheus asks. While the database is away they say nothing; the page still answers. */
export function measureQueue(metrics: Metrics, queue: string, counts: () => Promise<JobCounts>): void {
  const gauge = (name: string, help: string, read: keyof JobCounts) =>
    new Gauge({
      name,
      help,
      labelNames: ['queue'],
      registers: [metrics.registry],
      async collect() {
        this.reset();
        const counted = await counts().catch(() => undefined);
        if (counted) this.set({ queue }, counted[read]);
      },
    });
  gauge('jobs_queued', 'Jobs waiting to run.', 'waiting');
  gauge('jobs_active', 'Jobs running.', 'active');
  gauge(
    'jobs_oldest_age_seconds',
    'How long the first job in line has waited; 0 with none.',
    'oldestAgeSeconds',
  );
}

/** How long the oldest webhook message has waited, read when Prometheus asks; absent while the database is away. */
export function measureWebhooks(metrics: Metrics, oldestSeconds: () => Promise<number>): void {
  new Gauge({
    name: 'webhook_oldest_undelivered_age_seconds',
    help: 'How long the oldest webhook message that is still to be delivered has waited; 0 with none.',
    registers: [metrics.registry],
    async collect() {
      this.remove();
      const seconds = await oldestSeconds().catch(() => undefined);
      if (seconds !== undefined) this.set(seconds);
    },
  });
}
