// Argon2id with the parameters OWASP asks for at least: 19 MiB, two passes, one lane.
import { hash, type Options, verify } from '@node-rs/argon2';

const OPTIONS: Options = {
  // Argon2id. The package's enum is erased at build time, so its value stands here.
  algorithm: 2,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
};

/** NFKC first: the same password typed on two keyboards may be composed differently (SP 800-63B-4). */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), OPTIONS);

export const verifyPassword = (passwordHash: string, password: string): Promise<boolean> =>
  verify(passwordHash, password.normalize('NFKC'));

let decoy: Promise<string> | undefined;

/** As much work as a real comparison, for an account that does not exist: timing must not tell. Always false. */
export async function verifyAgainstNobody(password: string): Promise<false> {
  decoy ??= hashPassword('an account that does not exist');
  await verifyPassword(await decoy, password);
  return false;
}
