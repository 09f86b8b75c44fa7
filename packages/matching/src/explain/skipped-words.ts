// What a person is told about rewards that met too many rows like them.
import { formatCount } from '@medspasync/schemas';

/** What was left out, and what to do about it; null where every reward was looked at in full. */
export function skippedWords({ passedOverRewards }: { passedOverRewards: number }): string | null {
  if (passedOverRewards === 0) return null;
  const who = passedOverRewards === 1 ? '1 reward shares' : `${formatCount(passedOverRewards)} rewards share`;
  return (
    `Not all was looked at: ${who} a name, contact or amount with more POS rows near the day than are compared, ` +
    'and these rows were passed over, so that matches may be missing. Files of a shorter period, or with phone numbers, e-mail ' +
    'addresses or codes in both, are looked at in full.'
  );
}
