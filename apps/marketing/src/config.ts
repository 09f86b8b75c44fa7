// The only file that reads the environment: where the site itself, the apps and the API are.
const {
  PUBLIC_API_BASE_URL = 'http://localhost:8000',
  PUBLIC_APP_URL = 'http://localhost:3000',
  PUBLIC_SANDBOX_URL = 'http://localhost:3001',
  PUBLIC_DEMO_URL = 'http://localhost:3002',
} = import.meta.env;

export const API_BASE_URL = withoutSlash(PUBLIC_API_BASE_URL);
export const APP_URL = withoutSlash(PUBLIC_APP_URL);
export const SANDBOX_URL = withoutSlash(PUBLIC_SANDBOX_URL);
export const DEMO_URL = withoutSlash(PUBLIC_DEMO_URL);

/** Off while developing: the development server injects styles and scripts of its own. */
export const ENFORCE_POLICY = import.meta.env.PROD;

function withoutSlash(url: string): string {
  if (!URL.canParse(url)) throw new Error(`Not an address: ${url}`);
  return url.replace(/\/+$/, '');
}
