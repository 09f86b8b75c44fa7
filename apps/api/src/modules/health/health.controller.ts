// GET /health, /health/quick, /status, /status/public.
import { Controller, Get, Response, Route, Security, Tags } from '@tsoa/runtime';
import type { Health, PublicStatus, QuickHealth, SystemStatus } from '../../generated/wire.ts';
import type { HealthService } from './health.service.ts';

@Route()
@Tags('Health')
export class HealthController extends Controller {
  constructor(private readonly health: HealthService) {
    super();
  }

  /** Is everything the API relies on there? 503 when it cannot serve. */
  @Get('health')
  @Response<Health>(503, 'Down')
  async getHealth(): Promise<Health> {
    const health = await this.health.check();
    if (health.status === 'down') this.setStatus(503);
    return health;
  }

  /** The last known answer, at once: for whoever asks every second. */
  @Get('health/quick')
  @Response<QuickHealth>(503, 'Down')
  async getQuickHealth(): Promise<QuickHealth> {
    const status = this.health.latestStatus();
    if (status === 'down') this.setStatus(503);
    return { status };
  }

  /** Health, with figures of the machine, the model and the work done. */
  @Get('status')
  @Security('caller', ['health:read'])
  async getSystemStatus(): Promise<SystemStatus> {
    return this.health.systemStatus();
  }

  /** What a visitor may know. */
  @Get('status/public')
  async getPublicStatus(): Promise<PublicStatus> {
    return this.health.publicStatus();
  }
}
