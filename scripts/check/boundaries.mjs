// Runs the import rules, and refuses a run that saw nothing: the tool reports success over 0 modules when it cannot read TypeScript.
import { spawnSync } from 'node:child_process';

const { stdout, stderr } = spawnSync(
  'depcruise',
  ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'apps', 'packages'],
  {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  },
);
if (!stdout) {
  console.error(stderr);
  process.exit(1);
}
const { summary } = JSON.parse(stdout);
for (const { rule, from, to } of summary.violations) console.error(`✗ ${rule.name}: ${from} → ${to}`);
console.log(
  `${summary.totalCruised} modules, ${summary.totalDependenciesCruised} imports, ${summary.violations.length} against the rules`,
);
if (summary.totalCruised === 0)
  console.error('No module was read: is TypeScript installed in a version the tool understands?');
process.exit(summary.totalCruised === 0 || summary.violations.length > 0 ? 1 : 0);
