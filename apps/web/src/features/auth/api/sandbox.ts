// The sandbox sign-in, from the local server that serves this page.
import { ApiProblem } from '@medspasync/api-client';
import { SANDBOX_CREDENTIALS_URL } from '../../../config/paths.ts';
import { api } from '../../../lib/api.ts';

/** Signs in as the sandbox's member of staff. */
export async function enterSandbox(): Promise<void> {
  const response = await fetch(SANDBOX_CREDENTIALS_URL, { cache: 'no-store' });
  const isJson = response.headers.get('Content-Type')?.startsWith('application/json');
  const answer = isJson ? ((await response.json()) as Record<string, string>) : {};
  if (!response.ok || !answer.email || !answer.password) {
    throw new ApiProblem({
      status: response.status,
      title: 'The sandbox cannot be entered',
      detail: answer.error ?? 'This server does not offer a sandbox.',
    });
  }
  const challenge = await api.session.signIn(answer.email, answer.password);
  if (challenge)
    throw new ApiProblem({
      status: 403,
      title: 'The sandbox’s account has a second factor',
      detail: 'Sign in below with its code, or start the server anew.',
    });
}
