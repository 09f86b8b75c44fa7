// The terms of loyalty programs, as an organization goes by them.
import type { ProgramRulesWire, SetProgramRuleRequestWire } from '@medspasync/schemas';
import type { WithinOrganization } from '../../platform/database/index.ts';
import type { Caller } from '../../platform/identity/index.ts';
import type { AuditTrail } from '../audit/index.ts';
import type { ProgramRulesRepository } from './program-rules.repository.ts';

export class ProgramRulesService {
  constructor(
    private readonly rules: ProgramRulesRepository,
    private readonly audit: AuditTrail,
    private readonly withinOrganization: WithinOrganization,
  ) {}

  async list(caller: Caller): Promise<ProgramRulesWire> {
    const rules = await this.withinOrganization(caller.organizationId, () => this.rules.list());
    return { rules };
  }

  /** States of results follow at once: they are told when they are read. */
  async set(caller: Caller, rule: SetProgramRuleRequestWire): Promise<ProgramRulesWire> {
    await this.withinOrganization(caller.organizationId, async () => {
      await this.rules.set(rule, caller.userId);
      this.audit.record(caller, { action: 'setting.changed', detail: { setting: 'program_rule', ...rule } });
    });
    return this.list(caller);
  }
}
