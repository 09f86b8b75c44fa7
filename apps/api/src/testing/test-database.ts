// A database of one test file's own, as a rule a copy of the migrated one.
import { randomBytes } from 'node:crypto';
import { queryAt } from './query-at.ts';
import { testServerUrl } from './test-environment.ts';

export interface TestDatabase {
  /** The owner's URL. */
  url: string;
  drop(): Promise<void>;
}

/** @param options `isEmpty`: without a table, for who runs the migrations one by one. */
export async function createTestDatabase({ isEmpty = false } = {}): Promise<TestDatabase> {
  const url = new URL(testServerUrl());
  const template = isEmpty ? 'template1' : url.pathname.slice(1);
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asOwner(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => asOwner(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function asOwner(statement: string): Promise<void> {
  const url = new URL(testServerUrl());
  url.pathname = '/postgres';
  await queryAt(url.href, statement);
}
