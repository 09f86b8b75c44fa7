// Every rule of .dependency-cruiser.cjs fires on the smallest tree that breaks it, and on nothing else.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const require = createRequire(import.meta.url);
const { forbidden } = require(path.join(root, '.dependency-cruiser.cjs'));

const leaf = 'export const leaf = 1;\n';
const imports = (target) => `import * as imported from '${target}';\nexport { imported };\n`;

/** For each rule, files that break it: the first imports the second. */
const violations = {
  'no-module-imports-itself-in-a-circle': {
    'packages/ui/src/a.ts': imports('./b.ts'),
    'packages/ui/src/b.ts': imports('./a.ts'),
  },
  'no-app-imports-another-app': {
    'apps/web/src/app/a.ts': imports('../../../cli/src/b.ts'),
    'apps/cli/src/b.ts': leaf,
  },
  'no-package-imports-an-app': {
    'packages/importing/src/a.ts': imports('../../../apps/cli/src/b.ts'),
    'apps/cli/src/b.ts': leaf,
  },
  'schemas-import-zod-only': {
    'packages/schemas/src/a.ts': imports('../../importing/src/b.ts'),
    'packages/importing/src/b.ts': leaf,
  },
  'ui-knows-no-data': {
    'packages/ui/src/a.ts': imports('../../api-client/src/b.ts'),
    'packages/api-client/src/b.ts': leaf,
  },
  'test-kit-serves-tests-benches-training-and-the-sandbox-only': {
    'packages/importing/src/a.ts': imports('../../test-kit/src/b.ts'),
    'packages/test-kit/src/b.ts': leaf,
  },
  'front-ends-never-import-the-server-runtime': {
    'apps/web/src/lib/a.ts': imports('../../../../packages/matching/src/node/b.ts'),
    'packages/matching/src/node/b.ts': leaf,
  },
  'slices-meet-through-their-index-only': {
    'apps/api/src/modules/uploads/a.ts': imports('../auth/b.ts'),
    'apps/api/src/modules/auth/b.ts': leaf,
  },
  'rooms-of-a-slice-make-no-circle': {
    'apps/api/src/modules/auth/keys/a.ts': imports('../doors/b.ts'),
    'apps/api/src/modules/auth/doors/b.ts': leaf,
    'apps/api/src/modules/auth/doors/c.ts': imports('../keys/d.ts'),
    'apps/api/src/modules/auth/keys/d.ts': leaf,
  },
  'the-platform-knows-no-slice': {
    'apps/api/src/platform/a.ts': imports('../modules/auth/index.ts'),
    'apps/api/src/modules/auth/index.ts': leaf,
  },
  'a-slice-knows-neither-app-nor-container': {
    'apps/api/src/modules/auth/a.ts': imports('../../container.ts'),
    'apps/api/src/container.ts': leaf,
  },
  'controllers-know-no-repository-and-no-entity': {
    'apps/api/src/modules/auth/auth.controller.ts': imports('./auth.repository.ts'),
    'apps/api/src/modules/auth/auth.repository.ts': leaf,
  },
  'services-know-no-transport-and-no-storage-engine': {
    'apps/api/src/modules/auth/auth.service.ts': imports('express'),
    'node_modules/express/package.json': '{"name":"express","version":"1.0.0","main":"index.js"}',
    'node_modules/express/index.js': 'module.exports = 1;\n',
  },
  'features-do-not-import-features': {
    'apps/web/src/features/review/a.ts': imports('../auth/b.ts'),
    'apps/web/src/features/auth/b.ts': leaf,
  },
  'features-know-no-route': {
    'apps/web/src/features/review/a.ts': imports('../../app/b.ts'),
    'apps/web/src/app/b.ts': leaf,
  },
  'engine-stages-know-only-domain-and-themselves': {
    'packages/matching/src/block/a.ts': imports('../assign/b.ts'),
    'packages/matching/src/assign/b.ts': leaf,
  },
  'the-engine-touches-no-machine': { 'packages/matching/src/a.ts': imports('node:fs') },
  'every-import-resolves': { 'packages/importing/src/a.ts': imports('./nowhere.ts') },
};

function rulesBrokenBy(files) {
  const tree = mkdtempSync(path.join(tmpdir(), 'boundaries-'));
  try {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(tree, file)), { recursive: true });
      writeFileSync(path.join(tree, file), text);
    }
    for (const file of ['.dependency-cruiser.cjs', 'tsconfig.base.json']) {
      cpSync(path.join(root, file), path.join(tree, file));
    }
    const places = ['apps', 'packages'].filter((place) =>
      Object.keys(files).some((file) => file.startsWith(`${place}/`)),
    );
    const cruiser = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const args = [cruiser, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...places];
    const report = JSON.parse(execFileSync(process.execPath, args, { cwd: tree, encoding: 'utf8' }));
    return [...new Set(report.summary.violations.map((violation) => violation.rule.name))];
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

describe('the import rules', () => {
  it('each have a tree here that breaks them', () => {
    expect(Object.keys(violations).sort()).toEqual(forbidden.map((rule) => rule.name).sort());
  });

  it.each(Object.entries(violations))('%s', (name, files) => {
    expect(rulesBrokenBy(files)).toEqual([name]);
  });
});
