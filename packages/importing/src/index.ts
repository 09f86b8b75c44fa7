// Files of any known layout become transactions. Runs wherever streams of bytes do; files on disk are in `/node`.
export { type DateOrder, parseTransactionDate } from './fields/date.ts';
export { instantOf } from './fields/instant.ts';
export { parseMoney } from './fields/money.ts';
export { ImportError, type ImportErrorCode } from './import-error.ts';
export { type ImportResult, importTransactions } from './import-transactions.ts';
export type { ImportMapping } from './mapping/describe-mapping.ts';
export type { ColumnCorrection } from './mapping/map-columns.ts';
export { isRowName } from './rows/row-name.ts';
export { DEFAULT_LIMITS, type ImportLimits, type ImportSource, type Row } from './source.ts';
export {
  type CellSink,
  type ImportOptions,
  type ImportSummary,
  streamTransactions,
  type TransactionSink,
} from './stream-transactions.ts';
