export { ProgramRulesController } from './program-rules.controller.ts';
export { ProgramRulesRepository, type RulePeriod } from './program-rules.repository.ts';
export { ProgramRulesService } from './program-rules.service.ts';
