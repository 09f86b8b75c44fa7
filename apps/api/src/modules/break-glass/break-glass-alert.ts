// The alert: a job, so that it reaches the members on every API process and survives the one that opened.
import { BREAK_GLASS_EVENT } from '@medspasync/schemas';
import * as z from 'zod';
import type { JobContext, JobDefinition, JobHandler, JobQueue } from '../../platform/queue/index.ts';

export interface BreakGlassAlert {
  organizationId: string;
  breakGlassId: string;
  userId: string;
  expiresAt: string;
}

const BREAK_GLASS_ALERT: JobDefinition<BreakGlassAlert> = {
  name: 'break-glass-alert',
  data: z.strictObject({
    organizationId: z.uuid(),
    breakGlassId: z.uuid(),
    userId: z.uuid(),
    expiresAt: z.string(),
  }),
  attempts: 5,
};

export const enqueueBreakGlassAlert = (queue: JobQueue, alert: BreakGlassAlert): Promise<void> =>
  queue.enqueue(BREAK_GLASS_ALERT, `break-glass.${alert.breakGlassId}`, alert);

export class BreakGlassAlertHandler implements JobHandler<BreakGlassAlert> {
  readonly definition = BREAK_GLASS_ALERT;

  async run(alert: BreakGlassAlert, { logger, publish }: JobContext): Promise<void> {
    const { breakGlassId, expiresAt, organizationId, userId } = alert;
    logger.warn(alert, 'emergency access to patient data was opened');
    await publish(organizationId, BREAK_GLASS_EVENT, {
      break_glass_id: breakGlassId,
      user_id: userId,
      expires_at: expiresAt,
    });
  }

  /** The row is there and waits for its review, whoever missed the alert. */
  async giveUp(alert: BreakGlassAlert, { logger }: JobContext): Promise<void> {
    logger.error(alert, 'the alert of an emergency access could not be sent');
  }
}
