// Seeded synthetic patients and transactions with truth, and a clock that stands still. For tests, benches, training
// and the sandbox; no person in it exists.
export * from './books.ts';
export { briefSample } from './brief-sample.ts';
export { createFakeClock, type FakeClock } from './fake-clock.ts';
export { generateBooks } from './generate-books.ts';
export { CSV_LAYOUTS, type CsvLayoutName, type CsvOptions, csvLines, writeCsv } from './layouts/csv.ts';
export type { CsvLayout } from './layouts/csv-layout.ts';
export { OUTSIDERS, type OutsiderName, outsiderBooks } from './outsiders/outsider-books.ts';
export { drawBooks, type PaidBooks, type Payer } from './paying-manufacturers.ts';
export { createRandom, type Random } from './random.ts';
export { sandboxBooks } from './sandbox-books.ts';
export { sandboxRemittances } from './sandbox-remittances.ts';
export { type Category, type CategoryCase, sevenCategories } from './seven-categories.ts';
export { NICKNAMES } from './words/nicknames.ts';
export {
  GENERIC_FILLER,
  GENERIC_TOXIN,
  ORDINARY_SERVICES,
  PRODUCTS,
  type Product,
  TENDER_LABELS,
} from './words/services.ts';
