// Phone numbers and e-mail addresses, and the placeholders typed in their stead.
const SAME_DIGIT = /^(\d)\1*$/;
const NO_ADDRESS = /^(?:no|none|noemail|no\.email|no-email|na|n\/a|unknown|declined|refused|noreply|test)@/;

/** A phone as written, or undefined when it cannot reach anybody: too short, or one digit repeated. */
export function parsePhone(text: string): string | undefined {
  const digits = text.replace(/\D/g, '');
  if (digits.length < 7 || SAME_DIGIT.test(digits)) return undefined;
  // 5.55123E+09: the spreadsheet has already lost the digits.
  return /\de\+?\d/i.test(text) ? undefined : text;
}

/** An address in lower case, or undefined when it is none or a front desk's placeholder shared by many patients. */
export function parseEmail(text: string): string | undefined {
  const address = text.toLowerCase().replace(/^mailto:/, '');
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address) && !NO_ADDRESS.test(address) ? address : undefined;
}
