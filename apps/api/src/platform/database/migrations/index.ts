// All migrations in order. A released one is never edited: a change is a new file.
import { TenancyAndReconciliation } from './0001-tenancy-and-reconciliation.ts';

export const MIGRATIONS = [TenancyAndReconciliation];
