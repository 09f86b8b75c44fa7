import { base32, codeOf, otpauthUri, stepAt, stepOf } from './totp.ts';

const SECRET = Buffer.from('12345678901234567890');

// RFC 6238, appendix B, SHA-1.
test.each([
  [59, '94287082'],
  [1_111_111_109, '07081804'],
  [1_111_111_111, '14050471'],
  [1_234_567_890, '89005924'],
  [2_000_000_000, '69279037'],
  [20_000_000_000, '65353130'],
])('at %d seconds the code is %s', (seconds, code) => {
  expect(codeOf(SECRET, stepAt(seconds * 1000), 8)).toBe(code);
});

// RFC 4226, appendix D.
test('the first ten counters give the codes of the specification', () => {
  const codes = Array.from({ length: 10 }, (_, counter) => codeOf(SECRET, counter));
  expect(codes).toEqual('755224 287082 359152 969429 338314 254676 287922 162583 399871 520489'.split(' '));
});

test('a code is good in its step and the next, no sooner and no later', () => {
  const now = 1_700_000_000_000;
  const code = codeOf(SECRET, stepAt(now));
  expect(stepOf(SECRET, code, now)).toBe(stepAt(now));
  expect(stepOf(SECRET, code, now + 30_000)).toBe(stepAt(now));
  expect(stepOf(SECRET, code, now - 30_000)).toBeUndefined();
  expect(stepOf(SECRET, code, now + 60_000)).toBeUndefined();
  expect(stepOf(SECRET, `${code}0`, now)).toBeUndefined();
  expect(stepOf(SECRET, '', now)).toBeUndefined();
});

// RFC 4648, section 10.
test.each([
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('base32 of %s is %s', (text, encoded) => {
  expect(base32(Buffer.from(text))).toBe(encoded);
});

test('an app reads issuer, account and secret from the address', () => {
  const uri = new URL(otpauthUri(SECRET, 'maria+1@glow.test'));
  expect(decodeURIComponent(uri.pathname)).toBe('/MedSpaSync Pro:maria+1@glow.test');
  expect(uri.searchParams.get('secret')).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
});
