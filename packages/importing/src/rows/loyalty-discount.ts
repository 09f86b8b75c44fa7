// A loyalty discount the front desk wrote as a negative line of an invoice. It looks like a refund and is the opposite:
// the very line a reward pays for.
import { parseMoney } from '../fields/money.ts';
import { loyaltyNamedIn, programNamedIn, saysReward } from '../fields/program.ts';
import { referenceIn } from '../fields/reference.ts';
import { tidyText } from '../fields/text.ts';
import { parseTransactionType } from '../fields/type.ts';
import type { RowCells } from '../source.ts';
import { normalizeHeader } from '../table/header-names.ts';
import type { CellColumns } from './cell-columns.ts';
import { FieldCells, NoValue } from './field-cells.ts';
import type { LoyaltyTender } from './tender.ts';

/** Headers of columns that say how something was paid or why it cost less. */
const SAYS_HOW_PAID =
  /\b(?:tender|discount|promotion|modifier|payment (?:method|type|mode)|notes?|coupon)s?\b/;
const LOOKS_NEGATIVE = /[-−–()]|cr\s*$/i;

/**
 * Prepares the reading of one header; the function answers undefined for rows that are not negative, or whose item,
 * tender and discount texts name neither a program nor a reward, or say that something was given back.
 */
export function createDiscountReader(
  header: readonly string[],
  columns: CellColumns,
): (row: RowCells) => LoyaltyTender | undefined {
  const items = columns.of('service');
  const amounts = columns.of('amount').map((index) => new FieldCells([index], negativeCents));
  const ways = header.flatMap((name, index) => (SAYS_HOW_PAID.test(normalizeHeader(name)) ? [index] : []));
  const textsOf = (row: RowCells, indexes: readonly number[]) =>
    indexes.map((index) => tidyText(row.textOf(index))).filter((text) => text !== '');

  return (row) => {
    const cents = negativeCentsIn(row, amounts);
    if (cents === undefined) return undefined;
    const itemTexts = textsOf(row, items);
    const wayTexts = textsOf(row, ways);
    const texts = [...itemTexts, ...wayTexts];
    if (texts.some(saysGivenBack)) return undefined;
    const program = firstOf(itemTexts, loyaltyNamedIn) ?? firstOf(wayTexts, programNamedIn);
    if (!program && !texts.some(saysReward)) return undefined;
    return {
      program,
      reference: firstOf(texts, referenceIn),
      amountCents: -cents,
      isLine: true,
      isNegative: true,
    };
  };
}

/** Of several amounts the negative one is the discount: the sum paid for its line may be zero. */
function negativeCentsIn(row: RowCells, amounts: readonly FieldCells<number>[]): number | undefined {
  for (const column of amounts) {
    const cents = column.valueIn(row);
    if (cents !== undefined) return cents;
  }
  return undefined;
}

function negativeCents(text: string): number | NoValue {
  const cents = LOOKS_NEGATIVE.test(text.slice(0, 80)) ? parseMoney(text) : undefined;
  return cents !== undefined && cents < 0 ? cents : NOT_NEGATIVE;
}

const NOT_NEGATIVE = new NoValue();

function saysGivenBack(text: string): boolean {
  const type = parseTransactionType(text.slice(0, 300));
  return type === 'refund' || type === 'void';
}

function firstOf<T>(texts: readonly string[], read: (text: string) => T | undefined): T | undefined {
  for (const text of texts) {
    const found = read(text);
    if (found !== undefined) return found;
  }
  return undefined;
}
