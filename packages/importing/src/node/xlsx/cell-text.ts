// One cell of a sheet as the text a CSV export of it would hold.
import type { WorkbookParts } from './workbook-parts.ts';

const DAY_MS = 86_400_000;
/** From Excel's day 0, 1899-12-30, to 1970. */
const EPOCH_DAYS = 25_569;
const DAYS_TO_1904 = 1_462;

/** `type` and `style` are the cell's attributes `t` and `s`, `value` the text of its `v` or inline string. */
export function cellText(type: string, style: number, value: string, parts: WorkbookParts): string {
  if (type === 's') return parts.texts[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'true' : 'false';
  if (type !== '' && type !== 'n') return value;
  const number = Number(value);
  if (value === '' || Number.isNaN(number)) return value;
  if (parts.dateStyles.has(style)) return dateText(number, parts.isFrom1904);
  // Excel itself shows 15 digits; more are the noise of binary fractions. Whole ids keep all of theirs.
  return Number.isInteger(number) ? value : String(Number(number.toPrecision(15)));
}

/** Days since Excel's epoch → ISO text to the second; less than a day is a time by itself. */
function dateText(days: number, isFrom1904: boolean): string {
  const unixDays = days - EPOCH_DAYS + (isFrom1904 ? DAYS_TO_1904 : 0);
  const date = new Date(Math.round((unixDays * DAY_MS) / 1000) * 1000);
  if (Number.isNaN(date.getTime())) return '';
  const iso = date.toISOString();
  return days >= 0 && days < 1 ? iso.slice(11, 19) : iso.slice(0, 19);
}
