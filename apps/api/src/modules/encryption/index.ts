export { ResealJobHandler } from './reseal-job.ts';
export { RotationWatch } from './rotation-watch.ts';
export { SEALED_COLUMNS } from './sealed-columns.ts';
export { SealedRowsRepository } from './sealed-rows.repository.ts';
