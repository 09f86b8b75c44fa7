// Build settings, and the headers that do not change from request to request; the policy with its nonce is in src/proxy.ts.
import type { NextConfig } from 'next';
import { IS_DEVELOPMENT_SERVER } from './src/config/env.ts';

const SECURITY_HEADERS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
];

/**
 * A worker obeys the policy its own script came with, not the page's: the thread that reads the visitor's files may
 * compile the engine's WebAssembly, and speak to the server of this page and to nobody else.
 */
const WORKER_POLICY = [
  "default-src 'none'",
  `script-src 'self' 'wasm-unsafe-eval'${IS_DEVELOPMENT_SERVER ? " 'unsafe-eval'" : ''}`,
  "connect-src 'self'",
].join('; ');

const config: NextConfig = {
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: true,
  experimental: { optimizePackageImports: ['@medspasync/ui'] },
  headers: async () => [
    { source: '/:path*', headers: SECURITY_HEADERS },
    {
      source: '/_next/static/chunks/:path*',
      headers: [{ key: 'Content-Security-Policy', value: WORKER_POLICY }],
    },
  ],
};

export default config;
