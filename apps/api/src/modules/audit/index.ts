export { AnchorFiles } from './anchor-files.ts';
export { AuditController } from './audit.controller.ts';
export { AuditRepository } from './audit.repository.ts';
export { AuditService } from './audit.service.ts';
export { checkProof, publicKeysOf } from './audit-proof.ts';
export { type AuditActor, AuditTrail, SYSTEM } from './audit-trail.ts';
export { AuditWatch, lastNight } from './audit-watch.ts';
export { countRecorded } from './security-events.ts';
export { organizationsWithLog, type VerificationNeeds, verifyChain } from './verify-chain.ts';
