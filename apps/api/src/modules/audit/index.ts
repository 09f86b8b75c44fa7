export { AuditRepository } from './audit.repository.ts';
export { type AuditActor, type AuditEntry, AuditTrail, SYSTEM } from './audit-trail.ts';
