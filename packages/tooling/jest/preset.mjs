// One Jest configuration for every workspace: native ES modules, TypeScript compiled by swc.
import { fileURLToPath } from 'node:url';

const ENVIRONMENTS = {
  node: fileURLToPath(new URL('./node-environment.mjs', import.meta.url)),
  dom: fileURLToPath(new URL('./dom-environment.mjs', import.meta.url)),
};

/** What a test gets for a package, by environment. */
const INSTEAD = {
  node: {
    '^onnxruntime-node$': fileURLToPath(new URL('./onnxruntime-of-process.mjs', import.meta.url)),
  },
  // As one file: a browser's build imports each of its 1,700 icons from a file of its own, for every test file anew.
  dom: { '^lucide-react$': fileURLToPath(import.meta.resolve('lucide-react')) },
};

// By path, so that the compiler is a dependency of this package alone.
const compiler = fileURLToPath(import.meta.resolve('@swc/jest'));

/**
 * @param {{ environment?: keyof typeof ENVIRONMENTS, decorators?: boolean, overrides?: object }} [options]
 *   `decorators` keeps constructor metadata for TypeORM and tsoa classes.
 */
export function jestConfig({ environment = 'node', decorators = false, overrides = {} } = {}) {
  const swc = {
    jsc: {
      parser: { syntax: 'typescript', tsx: true, decorators },
      transform: {
        react: { runtime: 'automatic' },
        legacyDecorator: decorators,
        decoratorMetadata: decorators,
        useDefineForClassFields: !decorators,
      },
      target: 'es2022',
      // Node asks for `with { type: 'json' }` on a JSON import.
      experimental: { keepImportAttributes: true },
      keepClassNames: true,
    },
    module: { type: 'es6' },
  };
  return {
    testEnvironment: ENVIRONMENTS[environment],
    extensionsToTreatAsEsm: ['.ts', '.tsx'],
    moduleNameMapper: INSTEAD[environment],
    transform: { '^.+\\.tsx?$': [compiler, swc] },
    // A bound on hanging, not on speed: a shared machine may be slow.
    testTimeout: 30_000,
    testMatch: ['<rootDir>/**/*.test.ts', '<rootDir>/**/*.test.tsx'],
    testPathIgnorePatterns: ['/node_modules/', '/dist/'],
    ...overrides,
  };
}
