// Which side of a job a file most likely is: portals speak of redemptions, POS systems of sales.
import type { MappedField, UploadSide } from '@medspasync/schemas';
import type { TransactionLayout } from '../providers/layout.ts';
import { normalizeHeader } from '../table/header-names.ts';
import type { GuessedColumn } from './guessed-column.ts';

/** What a file is about is said by the names of these; other columns of a sale may well name a reward. */
const TELLING: ReadonlySet<MappedField> = new Set(['transaction_id', 'date', 'amount', 'invoice_id']);
const REWARD = /\b(?:redemptions?|redeemed|rewards?|certificates?)\b/;
const SALE = /\b(?:sales?|sold|pos|invoices?|checkout|receipts?|tickets?|orders?)\b/;

/** Undefined where nothing says so, or both do. */
export function likelySide(
  header: readonly string[],
  columns: readonly GuessedColumn[],
  layout: TransactionLayout | undefined,
): UploadSide | undefined {
  if (layout?.type === 'redemption') return 'reward';
  if (layout?.type === 'sale') return 'pos';
  const names = columns
    .filter(({ field }) => TELLING.has(field))
    .map(({ columnIndex }) => normalizeHeader(header[columnIndex] ?? ''));
  const isReward = names.some((name) => REWARD.test(name));
  const isSale = names.some((name) => SALE.test(name));
  if (isReward === isSale) return undefined;
  return isReward ? 'reward' : 'pos';
}
