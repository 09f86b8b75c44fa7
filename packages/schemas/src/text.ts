// Text that people give things: names that stand on one line, in a list, a title or a mail's subject.
import * as z from 'zod';

/** One to `max` characters on one line: a line break or another control character could forge a second one. */
export const lineOf = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => !/\p{Cc}/u.test(text), { error: 'must be on one line, without control characters' });
