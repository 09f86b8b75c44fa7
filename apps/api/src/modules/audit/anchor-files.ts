// Signed heads of the chains in files outside of the database. A chain alone cannot tell that its end was cut off; these
// can. One file per organization, one line per anchor, only ever appended to.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { mkdir, open, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { canonicalJson, type Key, type KeyRing } from '../../platform/crypto/index.ts';
import type { Head } from './audit-chain.ts';

const ENDING = '.jsonl';

const AnchorLine = z.strictObject({
  organization_id: z.uuid(),
  seq: z.int().min(1),
  mac: z.string(),
  at: z.iso.datetime(),
  key_id: z.string(),
  signature: z.string(),
});

export interface Anchor extends Head {
  at: string;
}

export interface Anchors {
  /** In the order they were made. */
  good: Anchor[];
  /** Numbers of lines, from 1, that are no anchor of ours. */
  badLines: number[];
}

export class AnchorFiles {
  constructor(
    private readonly directory: string,
    private readonly keys: KeyRing,
  ) {}

  /** On the disk when it resolves. */
  async add(organizationId: string, { mac, seq }: Head, at: Date): Promise<void> {
    const anchor = {
      organization_id: organizationId,
      seq,
      mac: mac.toString('hex'),
      at: at.toISOString(),
      key_id: this.keys.newest.id,
    };
    const line = JSON.stringify({ ...anchor, signature: signatureOf(this.keys.newest, anchor) });
    await mkdir(this.directory, { recursive: true });
    const file = await open(this.#fileOf(organizationId), 'a', 0o600);
    try {
      await file.appendFile(`${line}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  }

  async read(organizationId: string): Promise<Anchors> {
    const anchors: Anchors = { good: [], badLines: [] };
    const lines = (await this.#content(organizationId)).split('\n').filter((line) => line !== '');
    for (const [index, line] of lines.entries()) {
      const anchor = this.#anchorIn(line, organizationId);
      if (anchor) anchors.good.push(anchor);
      else anchors.badLines.push(index + 1);
    }
    return anchors;
  }

  /** Ids of all that have anchors, whether or not anything of their log is left. */
  async organizations(): Promise<string[]> {
    const names = await readdir(this.directory).catch(unlessMissing([]));
    return names.flatMap((name) => (name.endsWith(ENDING) ? [name.slice(0, -ENDING.length)] : []));
  }

  #anchorIn(line: string, organizationId: string): Anchor | undefined {
    const parsed = AnchorLine.safeParse(jsonIn(line));
    if (!parsed.success) return undefined;
    const { signature, ...anchor } = parsed.data;
    const key = this.keys.byId.get(anchor.key_id);
    const isOurs =
      key && anchor.organization_id === organizationId && isEqual(signatureOf(key, anchor), signature);
    return isOurs ? { seq: anchor.seq, mac: Buffer.from(anchor.mac, 'hex'), at: anchor.at } : undefined;
  }

  #content(organizationId: string): Promise<string> {
    return readFile(this.#fileOf(organizationId), 'utf8').catch(unlessMissing(''));
  }

  #fileOf(organizationId: string): string {
    return path.join(this.directory, `${organizationId}${ENDING}`);
  }
}

/** What a file or directory says that is not there yet. */
const unlessMissing =
  <T>(value: T) =>
  (error: NodeJS.ErrnoException): T => {
    if (error.code === 'ENOENT') return value;
    throw error;
  };

function jsonIn(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const signatureOf = (key: Key, anchor: Omit<z.infer<typeof AnchorLine>, 'signature'>): string =>
  createHmac('sha256', key.bytes)
    .update(`medspasync-audit-anchor-1|${canonicalJson(anchor)}`)
    .digest('hex');

const isEqual = (left: string, right: string): boolean =>
  left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));
