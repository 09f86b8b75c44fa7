import { decryptFernet, encryptFernet, fernetTimestamp, InvalidToken } from './fernet.ts';

// The vectors of https://github.com/fernet/spec: generate.json, verify.json, invalid.json.
const KEY = Buffer.from('cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=', 'base64url');
const TOKEN =
  'gAAAAAAdwJ6wAAECAwQFBgcICQoLDA0ODy021cpGVWKZ_eEwCGM4BLLF_5CV9dOPmrhuVUPgJobwOz7JcbmrR64jVmpU4IwqDA==';
const MADE_AT = Date.parse('1985-10-26T01:20:00-07:00') / 1000;
const lifetime = { ttlSeconds: 60, nowSeconds: MADE_AT + 1 };

test('the token of the specification is made', () => {
  const iv = Buffer.from(Array.from({ length: 16 }, (_, index) => index));
  expect(encryptFernet(KEY, Buffer.from('hello'), MADE_AT, iv)).toBe(TOKEN);
});

test('the token of the specification is read', () => {
  expect(decryptFernet(KEY, TOKEN, lifetime).toString()).toBe('hello');
  expect(fernetTimestamp(TOKEN)).toBe(MADE_AT);
});

const EXPIRED =
  'gAAAAAAdwJ6xAAECAwQFBgcICQoLDA0OD3HkMATM5lFqGaerZ-fWPAl1-szkFVzXTuGb4hR8AKtwcaX1YdykRtfsH-p1YsUD2Q==';

test.each([
  [
    'incorrect mac',
    'gAAAAAAdwJ6xAAECAwQFBgcICQoLDA0OD3HkMATM5lFqGaerZ-fWPAl1-szkFVzXTuGb4hR8AKtwcaX1YdykQUFBQUFBQUFBQQ==',
  ],
  ['too short', 'gAAAAAAdwJ6xAAECAwQFBgcICQoLDA0OD3HkMATM5lFqGaerZ-fWPA=='],
  [
    'invalid base64',
    '%%%%%%%%%%%%%AECAwQFBgcICQoLDA0OD3HkMATM5lFqGaerZ-fWPAl1-szkFVzXTuGb4hR8AKtwcaX1YdykRtfsH-p1YsUD2Q==',
  ],
  [
    'size not multiple of block size',
    'gAAAAAAdwJ6xAAECAwQFBgcICQoLDA0OD3HkMATM5lFqGaerZ-fWPOm73QeoCk9uGib28Xe5vz6oxq5nmxbx_v7mrfyudzUm',
  ],
  [
    'payload padding error',
    'gAAAAAAdwJ6xAAECAwQFBgcICQoLDA0ODz4LEpdELGQAad7aNEHbf-JkLPIpuiYRLQ3RtXatOYREu2FWke6CnJNYIbkuKNqOhw==',
  ],
  [
    'far-future timestamp',
    'gAAAAAAdwStRAAECAwQFBgcICQoLDA0OD3HkMATM5lFqGaerZ-fWPAnja1xKYyhd-Y6mSkTOyTGJmw2Xc2a6kBd-iX9b_qXQcw==',
  ],
  [
    'incorrect IV',
    'gAAAAAAdwJ6xBQECAwQFBgcICQoLDA0OD3HkMATM5lFqGaerZ-fWPAkLhFLHpGtDBRLRTZeUfWgHSv49TF2AUEZ1TIvcZjK1zQ==',
  ],
])('the invalid token of the specification is refused: %s', (_why, token) => {
  expect(() => decryptFernet(KEY, token, lifetime)).toThrow(InvalidToken);
});

test('the token of the specification that expired is refused, and was good before', () => {
  const late = Date.parse('1985-10-26T01:21:31-07:00') / 1000;
  expect(() => decryptFernet(KEY, EXPIRED, { ttlSeconds: 60, nowSeconds: late })).toThrow(InvalidToken);
  expect(decryptFernet(KEY, EXPIRED, lifetime).toString()).toBe('');
});

test('what is stored is read however old it is', () => {
  expect(decryptFernet(KEY, TOKEN).toString()).toBe('hello');
});

test('a token with any one bit flipped is refused', () => {
  const bytes = Buffer.from(TOKEN, 'base64url');
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const flipped = Buffer.from(bytes);
    flipped[bit >> 3]! ^= 1 << (bit & 7);
    const token = `${flipped.toString('base64url')}==`;
    expect(() => decryptFernet(KEY, token)).toThrow(InvalidToken);
  }
});

test('the text of a token with any one bit flipped is refused, bits that stand for nothing included', () => {
  const bytes = Buffer.from(TOKEN, 'latin1');
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const flipped = Buffer.from(bytes);
    flipped[bit >> 3]! ^= 1 << (bit & 7);
    expect(() => decryptFernet(KEY, flipped.toString('latin1'))).toThrow(InvalidToken);
  }
});

test.each([
  ['without padding', TOKEN.slice(0, -2)],
  ['with a line break', `${TOKEN}\n`],
  ['', ''],
])('a token %s is refused', (_how, token) => {
  expect(() => decryptFernet(KEY, token)).toThrow(InvalidToken);
});

test('texts of every length come back, under 100,000 different IVs', () => {
  const ivs = new Set<string>();
  for (let length = 0; length < 100_000; length += 1) {
    const plain = Buffer.alloc(length % 50, length);
    const token = encryptFernet(KEY, plain, MADE_AT);
    ivs.add(token.slice(12, 34));
    if (length < 200 && !decryptFernet(KEY, token).equals(plain)) throw new Error(`length ${length}`);
  }
  expect(ivs.size).toBe(100_000);
});
