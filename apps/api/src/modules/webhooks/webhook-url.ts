// What is wrong with a URL somebody wants webhooks sent to, as far as the URL itself tells.
import { isIP } from 'node:net';
import { isPublicAddress } from './public-address.ts';

/** Names that never leave the machine or its network. */
const LOCAL_NAME = /(^|\.)(localhost|local|internal|localdomain)\.?$/;

/** The host as `node:net` wants it: IPv6 without brackets. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');

/** @returns what to change, or undefined. */
export function refusalOfUrl(text: string, { publicOnly }: { publicOnly: boolean }): string | undefined {
  // A parser drops blanks and line breaks that whoever shows the text would keep.
  if (/[\s\p{Cc}]/u.test(text) || !URL.canParse(text)) return 'must be a URL';
  const url = new URL(text);
  const schemes = publicOnly ? ['https:'] : ['https:', 'http:'];
  if (!schemes.includes(url.protocol)) return 'must start with https://';
  if (url.username || url.password) return 'must not carry a name or a password';
  if (url.hash) return 'must not have a part after #';
  if (publicOnly && isLocal(hostOf(url))) return 'must lead to the public internet';
  return undefined;
}

const isLocal = (host: string): boolean =>
  isIP(host) === 0 ? LOCAL_NAME.test(host) || !host.includes('.') : !isPublicAddress(host);
