// The many ways a file says "nothing here".
const PLACEHOLDERS = new Set(['', '-', '--', '---', '–', '—', 'n/a', 'na', 'null', 'none', 'nil', '(blank)']);

/** Whether a trimmed cell holds no value: empty, or one of the placeholders exports write. */
export const isBlank = (text: string): boolean =>
  text === '' || (text.length <= 7 && PLACEHOLDERS.has(text.toLowerCase()));
