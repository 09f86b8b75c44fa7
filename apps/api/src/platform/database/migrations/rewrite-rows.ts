// What lets a migration change rows that are there already: the rules of the tables that stand in its way until it is done.
import type { QueryRunner } from 'typeorm';

/** Runs `statements` as the owner of `tables`: forced row-level security would hide every row from one that is no superuser. */
export async function rewriteRows(
  queryRunner: QueryRunner,
  tables: readonly string[],
  statements: readonly string[],
): Promise<void> {
  for (const table of tables) await queryRunner.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
  for (const statement of statements) await queryRunner.query(statement);
  for (const table of tables) await queryRunner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
}

/**
 * The same over tables whose rows are sealed. The check for sealed rows refuses even a change of another column while a
 * row waits for the re-encryption.
 */
export async function rewriteSealedRows(
  queryRunner: QueryRunner,
  tables: readonly string[],
  statements: readonly string[],
): Promise<void> {
  await rewriteRows(queryRunner, tables, [
    ...tables.map((table) => `ALTER TABLE ${table} DROP CONSTRAINT IF EXISTS ${table}_sealed`),
    ...statements,
    ...tables.map(
      (table) => `ALTER TABLE ${table} ADD CONSTRAINT ${table}_sealed CHECK (key_id <> 'none') NOT VALID`,
    ),
  ]);
}
