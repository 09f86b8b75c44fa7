// Word lists are kept as comma-separated text: twenty words a line instead of one.

/** The words of a comma-separated list; line breaks are only for the reader. */
export const commaSeparated = (text: string): readonly string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
