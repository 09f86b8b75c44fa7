// Stories run against the built apps, as `npm start` serves them.
import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, chromiumPath } from './support/chromium.ts';
import { inContinuousIntegration, storiesReport } from './support/environment.ts';

export default defineConfig({
  testDir: './stories',
  testMatch: '**/*.story.ts',
  outputDir: './test-results',
  globalSetup: './support/start-ecosystem.ts',
  // One worker: the stories share one API, one database and two cores.
  workers: 1,
  // Bounds on hanging, not on speed: a shared machine may be slow.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  forbidOnly: inContinuousIntegration,
  reporter: [
    ['list'],
    ...(storiesReport ? [['json', { outputFile: storiesReport }] as ['json', object]] : []),
  ],
  use: {
    baseURL: 'http://localhost:3000',
    viewport: { width: 1440, height: 900 },
    launchOptions: { executablePath: await chromiumPath(), args: CHROMIUM_FLAGS },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
});
