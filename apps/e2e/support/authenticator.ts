// An authenticator app: the code of a secret, now (RFC 6238).
import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

const STEP_MS = 30_000;
/** What it takes on a slow machine from reading a code to the server's look at it. */
const TYPING_MS = 10_000;

/** Until the code of now, and the one before it, are good for a while: near the end of a step, until the next begins. */
export async function untilCodeLasts(): Promise<void> {
  const leftMs = STEP_MS - (Date.now() % STEP_MS);
  if (leftMs < TYPING_MS) await sleep(leftMs);
}

/** @param stepsFromNow a code serves once: of two in half a minute, the first is that of the step before. */
export function codeOf(secret: string, stepsFromNow = 0): string {
  const bits = [...secret].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / STEP_MS) + stepsFromNow));
  const mac = createHmac('sha1', key).update(counter).digest();
  const number = (mac.readUInt32BE(mac.readUInt8(19) & 0x0f) & 0x7fffffff) % 1_000_000;
  return String(number).padStart(6, '0');
}
