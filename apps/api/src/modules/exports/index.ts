export { ExportsController } from './exports.controller.ts';
export { ExportsService } from './exports.service.ts';
