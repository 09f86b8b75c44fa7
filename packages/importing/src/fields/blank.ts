// The many ways a file says "nothing here".
const PLACEHOLDERS = new Set(['', '-', '--', '---', '–', '—', 'n/a', 'na', 'null', 'none', 'nil', '(blank)']);

/** Whether a trimmed cell holds no value: empty, or one of the placeholders exports write. */
export const isBlank = (text: string): boolean =>
  text === '' || (text.length <= 7 && PLACEHOLDERS.has(text.toLowerCase()));

/** What a spreadsheet shows where a formula failed: `#DIV/0!`, `#N/A`, `#NAME?`. */
export const isSpreadsheetError = (text: string): boolean =>
  text.startsWith('#') &&
  /^#(?:DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!|GETTING_DATA)$/.test(text);

export const SPREADSHEET_ERROR = 'holds an error of the spreadsheet, such as #DIV/0!';
