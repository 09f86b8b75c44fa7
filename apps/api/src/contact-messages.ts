// The command that shows what visitors have written, the newest first: for whoever owns the database and has the keys.
import pg from 'pg';
import { ENTITIES } from './container.ts';
import { type MessageRow, openMessage } from './modules/contact/index.ts';
import { loadConfig } from './platform/config/index.ts';
import { keyRing, PatientSeal } from './platform/crypto/index.ts';
import { createLogger } from './platform/logging/index.ts';
import { openPlatform } from './platform/platform.ts';
import { Shutdown } from './platform/shutdown.ts';

async function main(): Promise<void> {
  const config = loadConfig();
  const logger = createLogger({ level: 'warn', process: 'contact-messages', toStandardError: true });
  const shutdown = new Shutdown(logger);
  try {
    const name = 'medspasync contact-messages';
    const { ownerUrl } = await openPlatform({ config, logger, shutdown, name, entities: ENTITIES });
    const seal = new PatientSeal(keyRing(config.fernetKeys));
    const client = new pg.Client({ connectionString: ownerUrl });
    await client.connect();
    const { rows } = await client.query<MessageRow>(
      'SELECT * FROM contact_messages ORDER BY received_at DESC',
    );
    await client.end();
    for (const row of rows) {
      const { email, message, name: who, organization, receivedAt, topic } = openMessage(seal, row);
      const from = `${who}${organization === undefined ? '' : `, ${organization}`} <${email}>`;
      process.stdout.write(`${receivedAt.toISOString()}  ${topic}\n${from}\n\n${message}\n\n`);
    }
    process.stderr.write(`${rows.length} messages of the last 90 days\n`);
  } finally {
    await shutdown.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
