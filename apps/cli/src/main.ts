// The command's ends: arguments in, exit code out.
import { type Arguments, readArguments, USAGE } from './arguments.ts';
import { callersFolder } from './config.ts';
import { EXIT, Failure } from './failure.ts';
import { createProgressBar } from './progress.ts';
import { reconcileFiles } from './reconcile-files.ts';

async function main(argv: readonly string[]): Promise<number> {
  try {
    const options = readArguments(argv, callersFolder());
    if (options === 'help') {
      process.stdout.write(USAGE);
      return EXIT.done;
    }
    process.stderr.write(await run(options));
    return EXIT.done;
  } catch (error) {
    if (isAbort(error)) {
      process.stderr.write('Interrupted; nothing was written.\n');
      return EXIT.interrupted;
    }
    if (!(error instanceof Failure)) throw error;
    process.stderr.write(`${error.message}\n`);
    return error.exitCode;
  }
}

async function run(options: Arguments): Promise<string> {
  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupted.abort());
  const bar = await createProgressBar(process.stderr.isTTY);
  try {
    return await reconcileFiles(options, bar, interrupted.signal);
  } finally {
    bar.stop();
  }
}

const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';

// Whoever reads the output may stop reading: `| head`.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
