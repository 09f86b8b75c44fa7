// Everything that must hold before a change lands: `npm run check`, and `npm test` once things are installed.
// Runs all steps even when one fails, then says in one table what did not hold.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const reports = path.join(root, '.local/reports');
const jestReport = path.join(reports, 'jest.json');
const storiesReport = path.join(reports, 'stories.json');

/** Steps in the order a reader wants their failures: cheap and structural first, stories last. */
const STEPS = [
  { name: 'format and lint', command: 'biome ci --error-on-warnings .' },
  { name: 'generated files are fresh', command: 'node scripts/generate.mjs --check' },
  { name: 'types', command: 'turbo run typecheck --output-logs=errors-only' },
  { name: 'who imports whom', command: 'node scripts/check/boundaries.mjs' },
  { name: 'workspace boundaries', command: 'turbo boundaries' },
  { name: 'nothing unused', command: 'knip' },
  { name: 'build', command: 'turbo run build build:demo --output-logs=errors-only' },
  { name: 'sizes', command: 'size-limit' },
  { name: 'tests', command: `jest --json --outputFile=${jestReport} --testLocationInResults=false` },
  { name: 'stories in a browser', command: 'npm run e2e -w @medspasync/e2e' },
];

const { values: options } = parseArgs({ options: { only: { type: 'string' }, help: { type: 'boolean' } } });
if (options.help) {
  console.log(
    `usage: npm run check [-- --only "<part of a step's name>"]\n\n${STEPS.map((s) => `  ${s.name}`).join('\n')}`,
  );
  process.exit(0);
}

function run(command) {
  const env = {
    ...process.env,
    PATH: `${path.join(root, 'node_modules/.bin')}${path.delimiter}${process.env.PATH}`,
    NODE_OPTIONS: command.startsWith('jest') ? '--experimental-vm-modules --no-warnings' : '',
    STORIES_REPORT: storiesReport,
    TURBO_TELEMETRY_DISABLED: '1',
    NEXT_TELEMETRY_DISABLED: '1',
    ASTRO_TELEMETRY_DISABLED: '1',
  };
  return new Promise((resolve) => {
    const child = spawn(command, { cwd: root, env, shell: true, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

function countOf(file, read) {
  try {
    return read(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { passed: 0, failed: 0 };
  }
}

const steps = STEPS.filter((step) => !options.only || step.name.includes(options.only));
if (steps.length === 0) {
  console.error(`no step's name contains "${options.only}"`);
  process.exit(2);
}
mkdirSync(reports, { recursive: true });
for (const report of [jestReport, storiesReport]) rmSync(report, { force: true });

const outcomes = [];
for (const step of steps) {
  console.log(`\n── ${step.name} ${'─'.repeat(Math.max(0, 76 - step.name.length))}`);
  const startedAt = performance.now();
  const code = await run(step.command);
  outcomes.push({ ...step, code, seconds: (performance.now() - startedAt) / 1000 });
}

console.log(`\n${'═'.repeat(80)}`);
for (const { name, code, seconds } of outcomes) {
  console.log(`${code === 0 ? '✓' : '✗'} ${name.padEnd(40)} ${seconds.toFixed(1).padStart(7)} s`);
}
const tests = countOf(jestReport, (report) => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
}));
const stories = countOf(storiesReport, ({ stats }) => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky,
}));
const brokenSteps = outcomes.filter((outcome) => outcome.code !== 0).length;
console.log(
  `\n${tests.passed + stories.passed} passed, ${Math.max(tests.failed + stories.failed, brokenSteps)} failed`,
);
process.exit(brokenSteps === 0 ? 0 : 1);
