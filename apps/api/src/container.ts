// The composition root: the only place where services are made and slices are wired to each other.
import {
  AccountsRepository,
  ApiKeysController,
  ApiKeysRepository,
  ApiKeysService,
  AUTH_ENTITIES,
  AuthController,
  SessionsController,
  SessionsRepository,
  SessionsService,
  SignInService,
} from './modules/auth/index.ts';
import { createProbes, HealthController, HealthService, systemMetricsOf } from './modules/health/index.ts';
import {
  ORGANIZATION_ENTITIES,
  OrganizationsController,
  OrganizationsRepository,
  OrganizationsService,
} from './modules/organizations/index.ts';
import type { ControllerFactories } from './platform/http/index.ts';
import { performanceStats } from './platform/metrics/index.ts';
import type { Platform } from './platform/platform.ts';
import type { AnyJobHandler } from './platform/queue/index.ts';

export interface Container {
  controllers: ControllerFactories;
  jobHandlers: readonly AnyJobHandler[];
  /** For commands that run beside the API: the first administrator, the sandbox. */
  organizations: OrganizationsService;
  /** Once the API is up: sweeps and watches. */
  start(): Promise<void>;
  stop(): void;
}

/** Entities of all slices, for the database connection. */
export const ENTITIES = [...AUTH_ENTITIES, ...ORGANIZATION_ENTITIES];

export function createContainer(platform: Platform): Container {
  const { config, database, metrics, queue, redis, tokens } = platform;
  const { withinOrganization } = database;
  const modelStatus = () => ({ loaded: false, version: 'none' });

  const health = new HealthService({
    version: config.version,
    probes: createProbes({ database, queue, redis, modelStatus, directory: config.localDir }),
    systemMetrics: systemMetricsOf(config.localDir),
    modelStatus,
    performanceStats: () => performanceStats(metrics),
    jobCounts: queue.counts,
  });

  const accounts = new AccountsRepository(database);
  const sessionRules = { ...config.sessions, serverSecret: config.tokens.secret };
  const sessions = new SessionsService(
    new SessionsRepository(),
    accounts,
    tokens,
    withinOrganization,
    sessionRules,
  );
  const signIn = new SignInService(accounts, sessions, withinOrganization, metrics.authAttempts);
  const apiKeys = new ApiKeysService(new ApiKeysRepository(), withinOrganization);
  const organizations = new OrganizationsService(new OrganizationsRepository(), withinOrganization);

  return {
    controllers: new Map<object, () => object>([
      [HealthController, () => new HealthController(health)],
      [AuthController, () => new AuthController(signIn, sessions)],
      [SessionsController, () => new SessionsController(sessions)],
      [ApiKeysController, () => new ApiKeysController(apiKeys)],
      [OrganizationsController, () => new OrganizationsController(organizations)],
    ]),
    jobHandlers: [],
    organizations,
    start: () => health.startWatching(),
    stop: () => health.stopWatching(),
  };
}
