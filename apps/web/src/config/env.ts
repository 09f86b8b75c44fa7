// The only file that reads the environment; a bad value stops the start, naming the variable.
import * as z from 'zod';

const API_PORT = 8000;

const environment = z.object({
  /** Origin of the API. Without it: port 8000 of the host this page came from, so that cookies stay same-site. */
  VITE_API_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  VITE_APP_ENVIRONMENT: z.enum(['development', 'demo', 'staging', 'production']).default('development'),
  VITE_ENABLE_AI_RECONCILIATION: z.enum(['true', 'false']).default('true'),
});

export interface Env {
  apiOrigin: string;
  /** Synthetic patients and one-click sign-in. */
  isSandbox: boolean;
  canReconcile: boolean;
}

/** Reads `VITE_…` variables; `page` is where the app was loaded from. */
export function readEnv(raw: Record<string, unknown>, page: Pick<Location, 'protocol' | 'hostname'>): Env {
  const parsed = environment.safeParse(raw);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The app is configured wrongly. ${problems.join('; ')}`);
  }
  const env = parsed.data;
  return {
    apiOrigin: env.VITE_API_BASE_URL?.replace(/\/+$/, '') ?? `${page.protocol}//${page.hostname}:${API_PORT}`,
    isSandbox: env.VITE_APP_ENVIRONMENT === 'demo',
    canReconcile: env.VITE_ENABLE_AI_RECONCILIATION === 'true',
  };
}

export const env: Env = readEnv(import.meta.env ?? {}, window.location);
