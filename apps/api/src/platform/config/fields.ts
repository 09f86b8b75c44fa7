// How one environment variable is read: strings in, typed values out. Apart from the list so the list stays a list.
import * as z from 'zod';

/** A whole number in [min, max]; `API_PORT=80x` is refused, not cut short. */
export const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.number().min(min, `must be at least ${min}`).max(max, `must be at most ${max}`));

/** A decimal number in [min, max]. */
export const decimal = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d+(\.\d+)?$/, 'must be a number')
    .transform(Number)
    .pipe(z.number().min(min, `must be at least ${min}`).max(max, `must be at most ${max}`));

export const flag = z.enum(['true', 'false'], 'must be true or false').transform((value) => value === 'true');

const schemeOf = (url: string): string | undefined => (URL.canParse(url) ? new URL(url).protocol : undefined);

/** A URL of one of the given schemes, for example `postgres:`. */
export const urlOf = (...schemes: string[]) =>
  z.string().refine((value) => schemes.includes(schemeOf(value) ?? ''), {
    error: `must be a URL starting with ${schemes.map((scheme) => `${scheme}//`).join(' or ')}`,
  });

/** Comma-separated origins (`https://app.example.com`), or `*` alone. */
export const origins = z
  .string()
  .transform((value) =>
    value
      .split(',')
      .map((origin) => origin.trim())
      .filter((origin) => origin !== ''),
  )
  .refine((list) => list.every((origin) => origin === '*' || isOrigin(origin)), {
    error: 'must be origins like https://app.example.com, separated by commas, or *',
  });

function isOrigin(value: string): boolean {
  return URL.canParse(value) && new URL(value).origin === value;
}

/** Base64url keys of 32 bytes, separated by commas, the newest first. */
export const keyList = z
  .string()
  .regex(
    /^[\w-]{43}=(,[\w-]{43}=)*$/,
    'must be base64url keys of 32 bytes, separated by commas, newest first',
  )
  .transform((value) => value.split(','));
