export { BreakGlassController } from './break-glass.controller.ts';
export { BreakGlassRepository } from './break-glass.repository.ts';
export { BreakGlassService } from './break-glass.service.ts';
export { BreakGlassAlertHandler, enqueueBreakGlassAlert } from './break-glass-alert.ts';
