// The command that verifies the audit log: all of it in the database, or a page of it that was exported.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { AuditProofWire } from '@medspasync/schemas';
import { withContainer } from './command.ts';
import { checkProof, organizationsWithLog, publicKeysOf, verifyChain } from './modules/audit/index.ts';
import { type Config, loadConfig } from './platform/config/index.ts';
import { keyRing } from './platform/crypto/index.ts';

const USAGE = `npm run audit:verify -w @medspasync/api -- [--organization ID] | --proof FILE [--public-key KEY] | --show-public-key
  Exit code 0: intact; 1: not; 2: bad arguments.
`;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** @returns whether everything is as it was recorded. */
const verifyDatabase = (config: Config, only: string | undefined): Promise<boolean> =>
  withContainer('audit', config, async ({ auditChains }, { database }) => {
    const rows = await database.query<{ id: string }>(
      'SELECT organization_id AS id FROM audit_organizations()',
    );
    const logged = await organizationsWithLog(
      rows.map(({ id }) => id),
      auditChains.anchors,
    );
    if (only !== undefined && !logged.includes(only)) throw new Error(`There is no audit log of ${only}.`);
    const organizations = only === undefined ? logged : [only];
    let isIntact = true;
    for (const id of organizations) {
      const { anchored_seq, events, findings, intact } = await verifyChain(id, auditChains);
      say(
        `${id}: ${events} events, anchored up to ${anchored_seq ?? 'none'}: ${intact ? 'intact' : 'NOT INTACT'}`,
      );
      for (const { message } of findings) say(`  ${message}`);
      isIntact &&= intact;
    }
    return isIntact;
  });

/**
 * The keys of this machine are tried where it has those that sealed the events. The signature has to be the given key's;
 * without one, that of a key of this machine.
 */
function verifyProof(config: Config, file: string, publicKey: string | undefined): boolean {
  const proof = AuditProofWire.parse(JSON.parse(readFileSync(file, 'utf8')));
  const keys = keyRing(config.audit.keys);
  const hasKeys = proof.events.every(({ key_id }) => keys.byId.has(key_id));
  const known = publicKey === undefined ? publicKeysOf(keys) : [publicKey];
  const { events, findings, isSigned } = checkProof(proof, known, hasKeys ? keys : undefined);
  say(`${events} events, exported at ${proof.exported_at}`);
  const whose =
    publicKey === undefined ? 'a key of AUDIT_KEYS; give the one you know as --public-key' : 'the given key';
  say(isSigned ? `signed by ${proof.public_key}` : `NOT SIGNED by ${whose}, or changed since`);
  say(hasKeys ? 'seals checked with AUDIT_KEYS' : 'seals not checked: AUDIT_KEYS has not all of their keys');
  for (const { message } of findings) say(`  ${message}`);
  return isSigned && findings.length === 0;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      organization: { type: 'string' },
      proof: { type: 'string' },
      'public-key': { type: 'string' },
      'show-public-key': { type: 'boolean' },
    },
  });
  const config = loadConfig();
  if (values['show-public-key']) {
    say(publicKeysOf(keyRing(config.audit.keys))[0]!);
    return;
  }
  const isIntact =
    values.proof === undefined
      ? await verifyDatabase(config, values.organization)
      : verifyProof(config, values.proof, values['public-key']);
  process.exitCode = isIntact ? 0 : 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  process.exitCode = 2;
});
