// The command that lets the first people in: an organization and its administrator, with a password made here and
// shown once. There is no default account.
import { parseArgs } from 'node:util';
import { TimeZoneWire } from '@medspasync/schemas';
import * as z from 'zod';
import { withContainer } from './command.ts';
import { loadConfig } from './platform/config/index.ts';
import { randomToken } from './platform/crypto/index.ts';

const USAGE = `npm run create-organization -w @medspasync/api -- --name NAME --email ADDRESS
  [--admin "Full Name"] [--location NAME]... [--time-zone America/New_York]
`;

const Arguments = z.object({
  name: z.string('is required').trim().min(1, 'is required').max(200),
  email: z.email('must be an e-mail address').max(320),
  admin: z.string().trim().min(1).max(200).default('Administrator'),
  location: z.array(z.string().trim().min(1).max(200)).default([]),
  'time-zone': TimeZoneWire.default('America/New_York'),
});

/** @throws with all that is wrong, and the usage. */
function readArguments(args: string[]): z.infer<typeof Arguments> {
  const { values } = parseArgs({
    args,
    options: {
      name: { type: 'string' },
      email: { type: 'string' },
      admin: { type: 'string' },
      location: { type: 'string', multiple: true },
      'time-zone': { type: 'string' },
    },
  });
  const parsed = Arguments.safeParse(values);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `--${issue.path[0] as string} ${issue.message}`);
  throw new Error(`${lines.join('\n')}\n\n${USAGE}`);
}

async function main(): Promise<void> {
  const wanted = readArguments(process.argv.slice(2));
  const password = randomToken();
  // What is told of an ordinary start is of no use to who waits for a password.
  const config = { ...loadConfig(), logLevel: 'warn' as const };
  await withContainer('create-organization', config, ({ services }) =>
    services.organizations.create({
      name: wanted.name,
      locations: wanted.location.map((name) => ({ name, timeZone: wanted['time-zone'] })),
      members: [{ email: wanted.email, displayName: wanted.admin, role: 'admin', password }],
    }),
  );
  process.stdout.write(
    `${wanted.name} is there. Sign in as ${wanted.email} with\n\n  ${password}\n\nIt is shown this once.\n`,
  );
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
