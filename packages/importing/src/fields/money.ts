// Sums of money in every notation the exports use, as signed integer cents.
const PLAIN = /^\d{1,10}(?:\.\d+)?$/;
const THOUSANDS = /^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;
const LOOSE = /^(?:\d{1,10}(?:\.\d*)?|\.\d+)$/;
// Two digits after a comma cannot be a group of thousands, so it is a decimal comma: 1.250,00 and 45,50.
const DECIMAL_COMMA = /^(?:\d{1,3}(?:\.\d{3})+|\d{1,10}),\d{2}$/;
// Where the comma is the decimal sign this is a thousand times as much: 12.345.
const THOUSANDTHS = /(?:^|[^\d,.])[1-9]\d{0,2}\.\d{2}[1-9]\D*$/;
const CURRENCY = /us\$|usd|\$/gi;

/** No sum is longer; what is would only make the patterns work hard. */
const LONGEST = 64;

/**
 * `$1,250.00`, `-$45.00`, `$-45.00`, `(45.00)`, `45.00-`, `45.00 CR`, `USD 45.00`, `400.0`, `1.250,00` → signed cents.
 * More than two decimals are rounded to the cent (spreadsheets write 19.989999999999998), but for `hasThousandths`.
 * Undefined when the text is no sum of money.
 */
export function parseMoney(text: string): number | undefined {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST || THOUSANDTHS.test(trimmed)) return undefined;
  if (PLAIN.test(trimmed)) return Math.round(Number(trimmed) * 100);
  const { unsigned, negative } = takeSign(trimmed);
  const dollars = readNumber(unsigned);
  if (dollars === undefined) return undefined;
  const cents = Math.round(dollars * 100);
  return negative && cents !== 0 ? -cents : cents;
}

/** Whether a sum ends in three decimals that are thousandths of a dollar or thousands of them: nobody can tell. */
export const hasThousandths = (text: string): boolean =>
  text.length <= LONGEST && THOUSANDTHS.test(text.trim());

function takeSign(text: string): { unsigned: string; negative: boolean } {
  let rest = text
    .replace(/[\s\u00a0]+/g, '')
    .replace(/[−–]/g, '-')
    .replace(CURRENCY, '');
  let negative = false;
  const credit = /^(.*\d.*)(cr|dr)$/i.exec(rest);
  if (credit) {
    negative = credit[2]!.toLowerCase() === 'cr';
    rest = credit[1]!;
  }
  const signed = /^\((.+)\)$/.exec(rest) ?? /^-(.+)$/.exec(rest) ?? /^(.+)-$/.exec(rest);
  if (signed) {
    negative = true;
    rest = signed[1]!.replace(/^-/, '');
  }
  return { unsigned: rest.replace(/^\+/, ''), negative };
}

function readNumber(text: string): number | undefined {
  if (LOOSE.test(text)) return Number(text);
  if (THOUSANDS.test(text)) return Number(text.replaceAll(',', ''));
  if (DECIMAL_COMMA.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'));
  return undefined;
}
