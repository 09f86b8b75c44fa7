// The command behind the sandbox: run beside a healthy backend. One line of JSON on standard output, logs on the other.
import { withContainer } from './command.ts';
import { loadConfig } from './platform/config/index.ts';
import { seedSandbox } from './sandbox/seed-sandbox.ts';

async function main(): Promise<void> {
  const report = await withContainer('sandbox', loadConfig(), (container, platform) =>
    seedSandbox(platform, container, new Date()),
  );
  process.stdout.write(`${JSON.stringify(report)}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
