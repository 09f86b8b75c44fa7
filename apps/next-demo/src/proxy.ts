// Gives each page its Content-Security-Policy: only scripts that carry this request's nonce run, and the page may speak
// to one address besides its own.
import { type NextRequest, NextResponse } from 'next/server';
import { API_ORIGIN, IS_DEVELOPMENT_SERVER } from './config/env.ts';

function policyWith(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${IS_DEVELOPMENT_SERVER ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${IS_DEVELOPMENT_SERVER ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "worker-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self' ${API_ORIGIN}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

export function proxy(request: NextRequest): NextResponse {
  const policy = policyWith(crypto.randomUUID());
  const headers = new Headers(request.headers);
  headers.set('Content-Security-Policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  return response;
}

export const config = { matcher: '/((?!_next/static|icon.svg).*)' };
