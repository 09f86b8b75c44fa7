// Bundles the command into dist/: one file, workspaces' source included. Packages that few runs need (workbooks, the
// progress bar) and native code stay in node_modules, and are loaded when they are used.
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { cacheOf } from './code-cache.cjs';
import { RECORD, recordSources } from './freshness.cjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const ROOT = path.join(HERE, '../..');

const THREADS = {
  'search-thread': path.join(ROOT, 'packages/matching/src/node/search-thread.ts'),
  'read-thread': path.join(HERE, 'src/read-thread.ts'),
  'write-thread': path.join(HERE, 'src/write-thread.ts'),
};

/** Threads are looked for by name beside the file that starts them: there a line each starts their bundle as `launch.cjs` does its own. */
const bundleOf = (/** @type {string} */ thread) => `${thread}.bundle`;

/** What else decides how sources become a bundle: a new export or compiler option changes no source. */
const SETTINGS = ['package.json', 'tsconfig.json'];

/**
 * Bundles `entry` into `folder`/main.cjs and the threads beside it; each is replaced whole or not at all.
 * CommonJS: it starts some 10 ms sooner than the same program as an ES module.
 * @param {string} entry
 * @param {string} folder
 */
export async function bundle(entry, folder) {
  const startedAt = Date.now();
  const { outputFiles, metafile } = await build({
    entryPoints: {
      main: entry,
      ...Object.fromEntries(Object.entries(THREADS).map(([name, file]) => [bundleOf(name), file])),
    },
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    absWorkingDir: ROOT,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'silent',
    metafile: true,
    write: false,
    external: ['cli-progress', 'exceljs', 'onnxruntime-node'],
    // Code that was compiled in an earlier run knows no `import()`: packages are required when they are used.
    supported: { 'dynamic-import': false },
    // CommonJS knows no `import.meta`.
    define: { 'import.meta.url': 'bundleUrl' },
    banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
  });
  mkdirSync(folder, { recursive: true });
  // From here until the new record is written, the bundle counts as stale.
  rmSync(path.join(folder, RECORD), { force: true });
  for (const { path: file, contents } of outputFiles) {
    rmSync(cacheOf(file), { force: true });
    const unfinished = `${file}.${process.pid}`;
    writeFileSync(unfinished, contents);
    renameSync(unfinished, file);
  }
  for (const name of Object.keys(THREADS))
    writeFileSync(path.join(folder, `${name}.cjs`), starterOf(name, folder));
  recordSources(folder, [...sourcesOf(Object.keys(metafile.inputs))], startedAt);
}

/** @param {string} thread @param {string} folder */
function starterOf(thread, folder) {
  const loader = path.relative(folder, path.join(HERE, 'code-cache.cjs'));
  return `require(${JSON.stringify(`./${loader}`)}).runCached(require.resolve('./${bundleOf(thread)}.cjs'), () => !process.exitCode);\n`;
}

/** Absolute, with the settings of the workspaces they lie in. @param {readonly string[]} inputs relative to the root */
function sourcesOf(inputs) {
  const sources = new Set([fileURLToPath(import.meta.url), path.join(ROOT, 'tsconfig.base.json')]);
  for (const input of inputs) {
    sources.add(path.resolve(ROOT, input));
    const workspace = /^(?:apps|packages)\/[^/]+/.exec(input)?.[0];
    if (workspace) for (const name of SETTINGS) sources.add(path.join(ROOT, workspace, name));
  }
  return sources;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await bundle(path.join(HERE, 'src/main.ts'), path.join(HERE, 'dist'));
}
