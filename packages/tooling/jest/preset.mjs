// One Jest configuration for every workspace: native ES modules, TypeScript compiled by swc.
import { fileURLToPath } from 'node:url';

const nodeEnvironment = fileURLToPath(new URL('./node-environment.mjs', import.meta.url));

/**
 * @param {{ environment?: 'node' | 'jsdom', decorators?: boolean, overrides?: object }} [options]
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
    testEnvironment: environment === 'node' ? nodeEnvironment : environment,
    extensionsToTreatAsEsm: ['.ts', '.tsx'],
    transform: { '^.+\\.tsx?$': ['@swc/jest', swc] },
    testMatch: ['<rootDir>/**/*.test.ts', '<rootDir>/**/*.test.tsx'],
    testPathIgnorePatterns: ['/node_modules/', '/dist/'],
    ...overrides,
  };
}
