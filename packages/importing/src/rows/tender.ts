// The loyalty tender or discount inside a POS row, where the row says so.
import { type Program, saysParked } from '@medspasync/schemas';
import { parseMoney } from '../fields/money.ts';
import { programNamedIn } from '../fields/program.ts';
import { referenceIn } from '../fields/reference.ts';
import { tidyText } from '../fields/text.ts';
import type { TenderColumns } from '../providers/layout.ts';
import type { RowCells } from '../source.ts';
import { normalizeHeader } from '../table/header-names.ts';

export interface LoyaltyTender {
  /** Absent where the label says that it is a reward, not whose. */
  program?: Program;
  reference?: string;
  /** The part of the row paid by the program, where the file states it. */
  amountCents?: number;
  /** The label, where it says that the reward goes to the patient's balance. */
  parkedAs?: string;
  /** The row is this tender alone, not an invoice that contains it. */
  isLine: boolean;
  /** The file writes it as a negative line, which is no refund here. */
  isNegative?: boolean;
}

/** Tender columns of exports nobody declared. */
export const COMMON_TENDERS: readonly TenderColumns[] = [
  {
    labels: ['Discount Name', 'Discount Type', 'Discount Reason', 'Discount Description', 'Promotion'],
    amount: ['Discount Amount', 'Discounts', 'Discount'],
  },
  {
    labels: ['Payment Method', 'Payment Type', 'Payment Mode', 'Tender Type', 'Tender'],
  },
];

/** Prepares the reading of tender columns for one header; the function answers undefined for rows without a program. */
export function createTenderReader(
  header: readonly string[],
  tenders: readonly TenderColumns[],
): (row: RowCells) => LoyaltyTender | undefined {
  const names = header.map(normalizeHeader);
  const columnOf = (name: string) => names.indexOf(normalizeHeader(name));
  const columns = tenders
    .map(({ labels, amount, isWholeRow }) => ({
      labels: labels.map(columnOf).filter((index) => index >= 0),
      amount:
        [amount ?? []]
          .flat()
          .map(columnOf)
          .find((index) => index >= 0) ?? -1,
      isWholeRow: isWholeRow ?? false,
    }))
    .filter(({ labels }) => labels.length > 0);
  const known = new Map<string, Program | null>();

  const programOf = (label: string): Program | undefined => {
    const seen = known.get(label);
    if (seen !== undefined) return seen ?? undefined;
    const program = programNamedIn(tidyText(label));
    // Labels repeat; notes with codes do not, so the memory is bounded.
    if (known.size < 5_000) known.set(label, program ?? null);
    return program;
  };

  return (row) => {
    for (const { labels, amount, isWholeRow } of columns) {
      const texts = labels.map((index) => row.textOf(index)).filter((text) => text !== '');
      const program = texts.map(programOf).find((found) => found !== undefined);
      if (!program) continue;
      const cents = amount >= 0 ? parseMoney(row.textOf(amount)) : undefined;
      const amountCents = cents ? Math.abs(cents) : undefined;
      const isAlone = !texts.some((text) => text.includes(','));
      return {
        program,
        reference: texts.map(referenceIn).find((code) => code !== undefined),
        amountCents,
        parkedAs: texts.find(saysParked),
        isLine: amountCents !== undefined || (isWholeRow && isAlone),
      };
    }
    return undefined;
  };
}
