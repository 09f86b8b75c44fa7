// People whose second factor is on, and the codes of their authenticator.
import { codeOf, stepAt } from '../totp.ts';
import { app, bearer, login, PASSWORD, signedIn } from './people.ts';

/** Each from an address of its own, for wrong codes use up the limit of one: the app has to trust a proxy. */
let requests = 0;
export const verify = (challenge_token: string, code: string) =>
  app.http
    .post('/auth/mfa/verify')
    .set('X-Forwarded-For', `203.0.113.${++requests}`)
    .send({ challenge_token, code });

/** Of the text that an authenticator is set up with. */
export const decoded = (text: string): Buffer => {
  const bits = [...text].map((letter) => {
    const value = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter);
    return value.toString(2).padStart(5, '0');
  });
  return Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
};

/** Somebody whose second factor is on. Codes of `codeIn(n)` are of the n-th step from now. */
export async function addPersonWithFactor() {
  const person = await signedIn('admin');
  const begin = app.http.post('/auth/mfa/totp').set(bearer(person.accessToken));
  const { body } = await begin.send({ password: PASSWORD }).expect(200);
  const secret = decoded(body.secret);
  const codeIn = (steps: number) => codeOf(secret, stepAt(Date.now()) + steps);
  const confirm = app.http.post('/auth/mfa/totp/confirm').set(bearer(person.accessToken));
  const confirmed = await confirm.send({ code: codeIn(0) }).expect(200);
  // As if half a minute had gone by: the code that confirmed is not taken again.
  const later = () => person.change('UPDATE second_factors SET last_used_step = 0');
  await later();
  const challenge = async () => (await login(person.email).expect(200)).body.challenge_token as string;
  return { ...person, codeIn, later, challenge, recoveryCodes: confirmed.body.recovery_codes as string[] };
}
