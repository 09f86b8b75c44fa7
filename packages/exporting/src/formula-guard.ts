// Text from a file must not become a formula when someone opens the result in a spreadsheet.
// Source: OWASP, CSV Injection. The wide signs are what a Japanese keyboard types, and Excel takes them for the narrow ones.

const STARTS_FORMULA = /^[=+\-@＝＋－＠\t\r\n\0]/;
const NUMBER = /^[-+]?\d+(?:\.\d+)?$/;

/** Text a spreadsheet would evaluate gets a leading apostrophe; what is a number stays one. */
export const guardFormula = (text: string): string =>
  STARTS_FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
