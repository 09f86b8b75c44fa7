// Which recorded actions whoever watches over security wants to hear of, and how loudly.
import type { AuditAction } from '@medspasync/schemas';
import type { Metrics } from '../../platform/metrics/index.ts';

export const SECURITY_EVENTS: Partial<Record<AuditAction, 'info' | 'warning' | 'critical'>> = {
  'sign_in.failed': 'warning',
  'sign_in.locked': 'critical',
  'access.denied': 'warning',
  'session.revoked': 'info',
  'session.stolen': 'critical',
  'proof.failed': 'warning',
  'password.changed': 'info',
  'password.reset': 'warning',
  'second_factor.disabled': 'warning',
  'second_factor.reset': 'warning',
  'recovery_code.used': 'warning',
  'api_key.created': 'info',
  'member.role_changed': 'info',
  'member.access_granted': 'critical',
  'member.access_taken': 'info',
  'break_glass.opened': 'critical',
};

/** For an `AuditTrail`: counts what was recorded and committed in this process. */
export const countRecorded =
  ({ auditEvents, securityEvents }: Pick<Metrics, 'auditEvents' | 'securityEvents'>) =>
  (actions: readonly AuditAction[]): void => {
    auditEvents.inc(actions.length);
    for (const type of actions) {
      const severity = SECURITY_EVENTS[type];
      if (severity) securityEvents.inc({ type, severity });
    }
  };
