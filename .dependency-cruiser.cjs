// Who may import whom, as docs/architecture.md draws it. Each rule's name is the sentence it holds.

const FRONT_ENDS = '^apps/(web|next-demo|marketing)/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-module-imports-itself-in-a-circle',
      comment: 'A circle cannot be read from either end; types count too.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-app-imports-another-app',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'no-package-imports-an-app',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^apps/' },
    },
    {
      name: 'schemas-import-zod-only',
      severity: 'error',
      from: { path: '^packages/schemas/src/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^packages/schemas/src/', '^node_modules/zod/'] },
    },
    {
      name: 'ui-knows-no-data',
      comment: 'Primitives fetch nothing and know no word of the product.',
      severity: 'error',
      from: { path: '^packages/ui/src/' },
      to: { path: '^packages/(?!ui/|tooling/)' },
    },
    {
      name: 'test-kit-serves-tests-benches-training-and-the-sandbox-only',
      severity: 'error',
      from: {
        pathNot: [
          '^packages/(test-kit|training)/',
          '^apps/e2e/',
          '^apps/api/src/(sandbox|testing)/',
          '^apps/next-demo/scripts/',
          '^scripts/',
          '\\.(test|bench)\\.tsx?$',
          '/fixtures/',
        ],
      },
      to: { path: '^packages/test-kit/' },
    },
    {
      name: 'front-ends-never-import-the-server-runtime',
      severity: 'error',
      from: { path: FRONT_ENDS },
      to: { path: '^packages/(matching|importing|exporting)/src/node/' },
    },
    {
      name: 'slices-meet-through-their-index-only',
      severity: 'error',
      from: { path: '^apps/api/src/modules/([^/]+)/' },
      to: { path: '^apps/api/src/modules/([^/]+)/', pathNot: ['^apps/api/src/modules/$1/', '/index\\.ts$'] },
    },
    {
      name: 'rooms-of-a-slice-make-no-circle',
      comment: 'A room stands on the rooms below it, also where no file is in a circle.',
      severity: 'error',
      scope: 'folder',
      from: { path: '^apps/api/src/modules/[^/]+/[^/]+$' },
      to: { circular: true },
    },
    {
      name: 'the-platform-knows-no-slice',
      severity: 'error',
      from: { path: '^apps/api/src/platform/' },
      to: { path: '^apps/api/src/(modules/|app\\.ts|[a-z-]*container\\.ts|main\\.ts|worker\\.ts)' },
    },
    {
      name: 'a-slice-knows-neither-app-nor-container',
      severity: 'error',
      from: { path: '^apps/api/src/modules/', pathNot: '\\.test\\.ts$' },
      to: { path: '^apps/api/src/(app|[a-z-]*container|main|worker)\\.ts$' },
    },
    {
      name: 'controllers-know-no-repository-and-no-entity',
      severity: 'error',
      from: { path: '\\.controller\\.ts$' },
      to: { path: '\\.(repository|entity)\\.ts$' },
    },
    {
      name: 'services-know-no-transport-and-no-storage-engine',
      severity: 'error',
      from: { path: '\\.service\\.ts$' },
      to: { path: '^node_modules/(express|@tsoa/runtime|tsoa|typeorm)/' },
    },
    {
      name: 'features-do-not-import-features',
      severity: 'error',
      from: { path: '^apps/web/src/features/([^/]+)/' },
      to: { path: '^apps/web/src/features/', pathNot: '^apps/web/src/features/$1/' },
    },
    {
      name: 'features-know-no-route',
      severity: 'error',
      from: { path: '^apps/web/src/(features|lib|config)/' },
      to: { path: '^apps/web/src/app/' },
    },
    {
      name: 'engine-stages-know-only-domain-and-themselves',
      comment: 'Only reconcile.ts knows their order; report.ts is what the last of them makes.',
      severity: 'error',
      from: {
        path: '^packages/matching/src/(normalise|block|compare|score|assign|explain)/',
        pathNot: '\\.test\\.ts$',
      },
      to: {
        path: '^packages/matching/src/',
        pathNot: ['^packages/matching/src/$1/', '^packages/matching/src/(domain|report)\\.ts$'],
      },
    },
    {
      name: 'the-engine-touches-no-machine',
      comment: 'No clock, environment, database, logger or file outside matching/node.',
      severity: 'error',
      from: {
        path: '^packages/(matching|importing)/src/',
        pathNot: ['^packages/(matching|importing)/src/node/', '\\.test\\.ts$'],
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'every-import-resolves',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^(virtual:|astro:|bun:)', '^@tsoa'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: {
      path: ['(^|/)(dist|dist-demo|\\.next|\\.astro|generated)/', '\\.d\\.ts$'],
    },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.css'],
    },
  },
};
