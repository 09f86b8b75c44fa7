// The configuration a build carries.
import { readEnv } from './env.ts';

const page = { protocol: 'http:', hostname: '127.0.0.1' };

test('without settings the API is expected on port 8000 of the host the page came from', () => {
  expect(readEnv({}, page)).toEqual({
    apiOrigin: 'http://127.0.0.1:8000',
    isSandbox: false,
    canReconcile: true,
  });
});

test('demo mode is the sandbox', () => {
  expect(readEnv({ VITE_APP_ENVIRONMENT: 'demo' }, page).isSandbox).toBe(true);
});

test('a bad value stops the start and names the variable', () => {
  expect(() => readEnv({ VITE_API_BASE_URL: 'localhost:8000', VITE_APP_ENVIRONMENT: 'prod' }, page)).toThrow(
    /VITE_API_BASE_URL.*VITE_APP_ENVIRONMENT/,
  );
});
