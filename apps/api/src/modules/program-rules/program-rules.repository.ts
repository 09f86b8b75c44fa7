// Rules an organization has set, beside the shipped ones; inside the organization of the open transaction.
import {
  DEFAULT_PROGRAM_RULES,
  type ProgramRuleWire,
  type SetProgramRuleRequestWire,
} from '@medspasync/schemas';
import { currentEntityManager, currentOrganizationId } from '../../platform/database/index.ts';

/** A rule and the days it is in force. */
export interface RulePeriod extends Omit<ProgramRuleWire, 'is_default'> {
  /** The first day it holds no more; null for the latest. */
  valid_until: string | null;
}

export class ProgramRulesRepository {
  /** By program, then by day. A rule set for the day of a shipped one takes its place. */
  async list(): Promise<ProgramRuleWire[]> {
    const own = await currentEntityManager().query<ProgramRuleWire[]>(
      `SELECT program, to_char(valid_from, 'YYYY-MM-DD') AS valid_from, lag_days, claim_window_days,
              reimbursement_days, expires_after_days, cents_per_point, false AS is_default
       FROM program_rules WHERE organization_id = $1`,
      [currentOrganizationId()],
    );
    const keyOf = ({ program, valid_from }: ProgramRuleWire): string => `${program} ${valid_from}`;
    const rules = new Map([...DEFAULT_PROGRAM_RULES, ...own].map((rule) => [keyOf(rule), rule]));
    return [...rules.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  }

  /** For each day and program there is at most one. */
  async periods(): Promise<RulePeriod[]> {
    const rules = await this.list();
    return rules.map(({ is_default: _, ...rule }, index) => {
      const next = rules[index + 1];
      return { ...rule, valid_until: next?.program === rule.program ? next.valid_from : null };
    });
  }

  async set(rule: SetProgramRuleRequestWire, setBy: string): Promise<void> {
    await currentEntityManager().query(
      `INSERT INTO program_rules (organization_id, program, valid_from, lag_days, claim_window_days, cents_per_point, set_by,
                                  reimbursement_days, expires_after_days)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       ON CONFLICT (organization_id, program, valid_from) DO UPDATE
       SET lag_days = $4, claim_window_days = $5, cents_per_point = $6, set_by = $7, reimbursement_days = $8,
           expires_after_days = $9, set_at = now()`,
      [
        currentOrganizationId(),
        rule.program,
        rule.valid_from,
        rule.lag_days,
        rule.claim_window_days,
        rule.cents_per_point,
        setBy,
        rule.reimbursement_days,
        rule.expires_after_days,
      ],
    );
  }
}
