// What zod finds wrong with a field, in the words of this API: they follow the name of the field, and hold no value.
import type * as z from 'zod';

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

const FORMATS: Readonly<Record<string, string>> = { uuid: 'an id (a UUID)', email: 'an e-mail address' };

const UNITS: Readonly<Record<string, string>> = { string: ' characters', array: ' entries' };

/** For `safeParse(value, { error: wordsOf })`. Undefined: the schema's own words, or zod's. */
export function wordsOf(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return 'is missing';
      return KINDS[issue.expected] && `must be ${KINDS[issue.expected]}`;
    case 'too_small':
      return boundOf(issue, issue.inclusive === false ? 'more than' : 'at least', issue.minimum);
    case 'too_big':
      return boundOf(issue, issue.inclusive === false ? 'less than' : 'at most', issue.maximum);
    case 'invalid_value':
      return issue.input === undefined ? 'is missing' : `must be ${issue.values.map(String).join(' or ')}`;
    case 'invalid_format':
      return FORMATS[issue.format] && `must be ${FORMATS[issue.format]}`;
    default:
      return undefined;
  }
}

function boundOf({ origin }: { origin: string }, relation: string, bound: number | bigint): string {
  const unit = UNITS[origin];
  return unit ? `must have ${relation} ${bound}${unit}` : `must be ${relation} ${bound}`;
}
