// Every export the importer knows. To add one: a folder with its layout, a fixture and a test, and a line here.
import { aestheticRecordInvoices, aestheticRecordPayments } from './aesthetic-record/layout.ts';
import { allePatient360, alleRedemptions } from './alle/layout.ts';
import { aspireAllPatients, aspireCertificates, aspirePatientSavings } from './aspire/layout.ts';
import { boulevard } from './boulevard/layout.ts';
import { evolusPatientInsights, evolusRewards } from './evolus/layout.ts';
import { fresha } from './fresha/layout.ts';
import type { Layout } from './layout.ts';
import { mindbodySales } from './mindbody-sales/layout.ts';
import { plain } from './plain/layout.ts';
import { remittance } from './remittance/layout.ts';
import { squareItems } from './square-items/layout.ts';
import { squareTransactions } from './square-transactions/layout.ts';
import { vagaro } from './vagaro/layout.ts';
import { xperienceRewards } from './xperience/layout.ts';
import { zenotiCollections, zenotiSales } from './zenoti/layout.ts';

/** Of two layouts with equally long signatures the first wins: redemptions before balances that share their columns. */
export const LAYOUTS: readonly Layout[] = [
  plain,
  squareTransactions,
  squareItems,
  mindbodySales,
  vagaro,
  aestheticRecordInvoices,
  aestheticRecordPayments,
  zenotiSales,
  zenotiCollections,
  boulevard,
  fresha,
  alleRedemptions,
  allePatient360,
  aspireCertificates,
  aspireAllPatients,
  aspirePatientSavings,
  evolusRewards,
  evolusPatientInsights,
  xperienceRewards,
  remittance,
];
