// Entry of scripts/start_ecosystem.sh. The version is checked before anything is loaded that an old Node cannot read.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node 20.19 or newer is needed; this is ${process.versions.node}.`);
  process.exitCode = 1;
} else {
  const { run } = await import('./command-line.mjs');
  const { MEDSPASYNC } = await import('./ecosystem.mjs');
  process.exitCode = await run(process.argv.slice(2), MEDSPASYNC);
}
