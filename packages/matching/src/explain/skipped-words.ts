// What a person is told about rewards that met too many rows like them.

/** What was left out, and what to do about it; null where every reward was looked at in full. */
export function skippedWords({ skippedBlocks }: { skippedBlocks: number }): string | null {
  if (skippedBlocks === 0) return null;
  const times = skippedBlocks === 1 ? 'Once' : `${skippedBlocks.toLocaleString('en-US')} times`;
  return (
    `Not all was looked at: ${times} a reward shared a name, contact or amount with more POS rows near its day than are compared, ` +
    'and these rows were passed over, so that matches may be missing. Files of a shorter period, or with phone numbers, e-mail ' +
    'addresses or codes in both, are looked at in full.'
  );
}
