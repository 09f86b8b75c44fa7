// GET and PUT /organizations/current/program-rules.
import { SetProgramRuleRequestWire } from '@medspasync/schemas';
import { Body, Get, Middlewares, Put, Request, Route, Security, Tags } from '@tsoa/runtime';
import type { ProgramRules, SetProgramRuleRequest } from '../../generated/wire.ts';
import { type AuthenticatedRequest, body } from '../../platform/http/index.ts';
import type { ProgramRulesService } from './program-rules.service.ts';

@Route('organizations/current/program-rules')
@Tags('Organization')
export class ProgramRulesController {
  constructor(private readonly rules: ProgramRulesService) {}

  /** The terms of every program, each from a day on: the shipped ones and those the organization has set. */
  @Get()
  @Security('caller', ['organizations:read'])
  async listProgramRules(@Request() request: AuthenticatedRequest): Promise<ProgramRules> {
    return this.rules.list(request.user);
  }

  /** Sets the terms of a program from a day on, up to the day of the next rule. */
  @Put()
  @Security('session', ['organizations:manage'])
  @Middlewares(body(SetProgramRuleRequestWire))
  async setProgramRule(
    @Request() request: AuthenticatedRequest,
    @Body() rule: SetProgramRuleRequest,
  ): Promise<ProgramRules> {
    return this.rules.set(request.user, rule);
  }
}
