// The part of the composition root that records who did what, and watches that nobody changed the record.
import {
  AnchorFiles,
  AuditController,
  AuditRepository,
  AuditService,
  AuditTrail,
  AuditWatch,
  countRecorded,
  type VerificationNeeds,
} from './modules/audit/index.ts';
import { keyRing } from './platform/crypto/index.ts';
import type { Platform } from './platform/platform.ts';

export interface AuditContainer {
  controllers: readonly [object, () => object][];
  audit: AuditTrail;
  auditChains: VerificationNeeds;
  auditWatch: AuditWatch;
}

/** @param listOrganizations ids of all that have a chain, of deleted ones too. */
export function createAudit(
  { config, database, logger, metrics }: Platform,
  listOrganizations: () => Promise<string[]>,
): AuditContainer {
  const keys = keyRing(config.audit.keys);
  const repository = new AuditRepository();
  const audit = new AuditTrail(repository, keys, countRecorded(metrics));
  const auditChains: VerificationNeeds = {
    repository,
    anchors: new AnchorFiles(config.audit.anchorDir, keys),
    keys,
    withinOrganization: database.withinOrganization,
  };
  return {
    controllers: [[AuditController, () => new AuditController(new AuditService(auditChains, audit))]],
    audit,
    auditChains,
    auditWatch: new AuditWatch({ ...auditChains, listOrganizations, query: database.query, metrics, logger }),
  };
}
