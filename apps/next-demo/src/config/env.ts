// The only file that reads the environment. Next replaces each `process.env.NEXT_PUBLIC_…` by its value while building,
// so each is written out in full.

/** Where the API is; the page asks it for its status and for nothing else. */
export const API_ORIGIN = origin(
  'NEXT_PUBLIC_API_BASE_URL',
  process.env.NEXT_PUBLIC_API_BASE_URL ?? 'http://localhost:8000',
);
export const APP_URL = origin(
  'NEXT_PUBLIC_APP_URL',
  process.env.NEXT_PUBLIC_APP_URL ?? 'http://localhost:3000',
);
export const SANDBOX_URL = origin(
  'NEXT_PUBLIC_SANDBOX_URL',
  process.env.NEXT_PUBLIC_SANDBOX_URL ?? 'http://localhost:3001',
);
export const SITE_URL = origin(
  'NEXT_PUBLIC_SITE_URL',
  process.env.NEXT_PUBLIC_SITE_URL ?? 'http://localhost:3003',
);

/** Named in the footer, so that nobody takes a development page for the real one. */
export const APP_ENVIRONMENT = process.env.NEXT_PUBLIC_APP_ENVIRONMENT ?? 'development';

/** Where reconciling is switched off, the way into the sandbox is not offered. */
export const CAN_RECONCILE = process.env.NEXT_PUBLIC_ENABLE_AI_RECONCILIATION !== 'false';

/** React asks for `eval` while developing, and the development server for a socket. */
export const IS_DEVELOPMENT_SERVER = process.env.NODE_ENV === 'development';

function origin(name: string, value: string): string {
  if (!URL.canParse(value)) throw new Error(`${name} is not an address: ${value}`);
  return new URL(value).origin;
}
