// Jest loads this file without its TypeScript transform; tsx brings the real one in.
import { tsImport } from 'tsx/esm/api';
import { bundleTestThreads } from './test-threads.mjs';

export default async function globalSetup() {
  globalThis.removeTestThreads = await bundleTestThreads();
  const { startTestServer } = await tsImport('./test-server.ts', import.meta.url);
  globalThis.stopTestServer = await startTestServer();
}
