// Build and local servers of the web app: 3000, and 3001 with `--mode demo`.
import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv } from 'vite';
import { sandboxCredentials } from './vite/sandbox-credentials.ts';

const SANDBOX_FILE = fileURLToPath(new URL('../../.local/sandbox.json', import.meta.url));

/** Any API origin when none is configured: the default follows the host the page was opened on. */
const connectSources = (apiOrigin: string | undefined): string =>
  apiOrigin ? `${apiOrigin} ${apiOrigin.replace(/^http/, 'ws')}` : 'http://*:8000 ws://*:8000';

/** What the built app may load; sent by `vite preview`, and by whatever serves the files elsewhere. */
const contentSecurityPolicy = (apiOrigin: string | undefined): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self' ${connectSources(apiOrigin)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

export default defineConfig(({ mode }) => {
  const env = loadEnv(mode, import.meta.dirname, 'VITE_');
  const isDemo = env.VITE_APP_ENVIRONMENT === 'demo';
  return {
    plugins: [react(), tailwindcss(), isDemo && sandboxCredentials(SANDBOX_FILE)],
    server: { host: '0.0.0.0' },
    preview: {
      host: '0.0.0.0',
      headers: {
        'Content-Security-Policy': contentSecurityPolicy(env.VITE_API_BASE_URL),
        'Referrer-Policy': 'no-referrer',
        'X-Content-Type-Options': 'nosniff',
        'Cross-Origin-Opener-Policy': 'same-origin',
      },
    },
    build: {
      target: 'es2023',
      sourcemap: true,
      // What changes with our code apart from what changes with a dependency: a release keeps most of the cache.
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              { name: 'react', test: /node_modules\/(react|react-dom|react-router|scheduler)\// },
              { name: 'zod', test: /node_modules\/zod\// },
            ],
          },
        },
      },
    },
  };
});
