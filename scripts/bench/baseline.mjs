// The baseline as a program: `baseline.mjs REWARDS POS MATCHES` runs baseline.sql in DuckDB, in memory, on two threads.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

const THREADS = '2';

const [rewards = '', pos = '', matches = ''] = process.argv.slice(2);
const database = await DuckDBInstance.create(':memory:', {
  threads: THREADS,
  // Where it puts what does not fit into memory.
  temp_directory: path.join(path.dirname(matches), 'duckdb-spill'),
});
const connection = await database.connect();
for (const [name, value] of Object.entries({ rewards_file: rewards, pos_file: pos, matches_file: matches })) {
  await connection.run(`SET VARIABLE ${name} = $1`, [value]);
}
await connection.run(readFileSync(new URL('./baseline.sql', import.meta.url), 'utf8'));
connection.closeSync();
database.closeSync();
