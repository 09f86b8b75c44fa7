// /webhooks: where an organization is told of what happened. For administrators; a key cannot redirect what is told.
import { ChangeWebhookRequestWire, CreateWebhookRequestWire } from '@medspasync/schemas';
import {
  Body,
  Delete,
  Extension,
  Get,
  Middlewares,
  Patch,
  Path,
  Post,
  Query,
  Request,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from '@tsoa/runtime';
import type {
  ChangeWebhookRequest,
  CreatedWebhook,
  CreateWebhookRequest,
  Webhook,
  WebhookDeliveries,
  WebhookDelivery,
  Webhooks,
} from '../../generated/wire.ts';
import {
  type AuthenticatedRequest,
  body,
  idempotent,
  idempotentUnkept,
  type Uuid,
} from '../../platform/http/index.ts';
import type { WebhooksService } from './webhooks.service.ts';

@Route('webhooks')
@Tags('Webhooks')
@Security('session', ['webhooks:manage'])
export class WebhooksController {
  constructor(private readonly webhooks: WebhooksService) {}

  /** Where messages go, the oldest first. */
  @Get()
  async listWebhooks(@Request() request: AuthenticatedRequest): Promise<Webhooks> {
    return { webhooks: await this.webhooks.list(request.user) };
  }

  /** Adds an endpoint: https only. The answer is the only place the secret of its signatures is ever shown. */
  @Post()
  @Extension('x-idempotent', true)
  @Middlewares(body(CreateWebhookRequestWire), idempotentUnkept)
  @SuccessResponse(201, 'Created')
  async createWebhook(
    @Request() request: AuthenticatedRequest,
    @Body() wanted: CreateWebhookRequest,
  ): Promise<CreatedWebhook> {
    return this.webhooks.create(request.user, wanted);
  }

  /** One endpoint, without its secret. */
  @Get('{webhook_id}')
  async getWebhook(@Request() request: AuthenticatedRequest, @Path() webhook_id: Uuid): Promise<Webhook> {
    return this.webhooks.get(request.user, webhook_id);
  }

  /** Changes an endpoint, or turns it off or on. */
  @Patch('{webhook_id}')
  @Middlewares(body(ChangeWebhookRequestWire))
  async changeWebhook(
    @Request() request: AuthenticatedRequest,
    @Path() webhook_id: Uuid,
    @Body() change: ChangeWebhookRequest,
  ): Promise<Webhook> {
    return this.webhooks.change(request.user, webhook_id, change);
  }

  /** Removes an endpoint with its log; what waits for it is not sent. */
  @Delete('{webhook_id}')
  @SuccessResponse(204, 'Removed')
  async removeWebhook(@Request() request: AuthenticatedRequest, @Path() webhook_id: Uuid): Promise<void> {
    await this.webhooks.remove(request.user, webhook_id);
  }

  /** Sends an empty message of type `webhook.test`. */
  @Post('{webhook_id}/test')
  @Extension('x-idempotent', true)
  @Middlewares(idempotent)
  @SuccessResponse(202, 'Accepted')
  async testWebhook(
    @Request() request: AuthenticatedRequest,
    @Path() webhook_id: Uuid,
  ): Promise<WebhookDelivery> {
    return this.webhooks.test(request.user, webhook_id);
  }

  /**
   * What was sent in the last 30 days and how it went, the newest first.
   * @isInt limit
   * @minimum limit 1
   * @maximum limit 200
   */
  @Get('{webhook_id}/deliveries')
  async listWebhookDeliveries(
    @Request() request: AuthenticatedRequest,
    @Path() webhook_id: Uuid,
    @Query() limit = 50,
  ): Promise<WebhookDeliveries> {
    return { deliveries: await this.webhooks.listDeliveries(request.user, webhook_id, limit) };
  }

  /** Sends a message again that was delivered or given up, under the same id. */
  @Post('{webhook_id}/deliveries/{delivery_id}/redeliver')
  @Extension('x-idempotent', true)
  @Middlewares(idempotent)
  @SuccessResponse(202, 'Accepted')
  async redeliverWebhook(
    @Request() request: AuthenticatedRequest,
    @Path() webhook_id: Uuid,
    @Path() delivery_id: Uuid,
  ): Promise<WebhookDelivery> {
    return this.webhooks.redeliver(request.user, webhook_id, delivery_id);
  }
}
