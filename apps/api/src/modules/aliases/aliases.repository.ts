// Rows of the alias book, inside the organization of the open transaction. Names are sealed; that a pair is in the book
// already is told by its blind indexes.
import { randomUUID } from 'node:crypto';
import type { AliasKind } from '@medspasync/schemas';
import type { BlindIndexOf, PatientSeal, Place, SealedNames } from '../../platform/crypto/index.ts';
import { currentEntityManager, currentOrganizationId } from '../../platform/database/index.ts';
import { mapInSlices } from '../../platform/slices.ts';

export type NamePair = readonly [string, string];

export interface NewAlias {
  kind: AliasKind;
  names: NamePair;
  /** Of the result it was confirmed on. */
  resultId: string | null;
  confirmedBy: string;
}

export interface StoredAlias {
  id: string;
  kind: AliasKind;
  names: NamePair;
  resultId: string | null;
  confirmedAt: Date;
  /** Null for someone who is no longer a member. */
  confirmedBy: string | null;
}

type Row = Omit<StoredAlias, 'names'> & { keyId: string; token: string };

const SELECT = `
  SELECT a.id, a.kind, a.result_id AS "resultId", a.confirmed_at AS "confirmedAt", u.display_name AS "confirmedBy",
         a.key_id AS "keyId", a.names AS token
  FROM name_aliases a LEFT JOIN users u ON u.id = a.confirmed_by
  WHERE a.organization_id = $1 AND a.removed_at IS NULL`;

const placeOf = (organizationId: string, rowId: string): Place => ({
  organizationId,
  table: 'name_aliases',
  rowId,
  column: 'names',
});

export class AliasesRepository {
  constructor(
    private readonly seal: PatientSeal,
    private readonly blindIndexOf: BlindIndexOf,
  ) {}

  /** Who adds to the book waits in line until the transaction ends: a pair is in it once. */
  async hold(): Promise<void> {
    await currentEntityManager().query(
      `SELECT pg_advisory_xact_lock(hashtextextended('aliases ' || $1, 0))`,
      [currentOrganizationId()],
    );
  }

  /** Whether these are two names at all, and not one in two spellings that nobody tells apart. */
  areTwoNames(names: NamePair): boolean {
    const [first, second] = this.#hashesOf(names)[0]!;
    return first !== undefined && second !== undefined && first !== second;
  }

  /** What the book says of two names, in any order. */
  async kindOf(names: NamePair): Promise<AliasKind | undefined> {
    const hashes = this.#hashesOf(names);
    const [row] = await currentEntityManager().query<{ kind: AliasKind }[]>(
      `SELECT kind FROM name_aliases WHERE organization_id = $1 AND removed_at IS NULL
         AND name_hashes IN (${hashes.map((_, index) => `$${index + 2}::bigint[]`).join()}) LIMIT 1`,
      [currentOrganizationId(), ...hashes],
    );
    return row?.kind;
  }

  async count(): Promise<number> {
    const [row] = await currentEntityManager().query<{ count: number }[]>(
      'SELECT count(*)::int AS count FROM name_aliases WHERE organization_id = $1 AND removed_at IS NULL',
      [currentOrganizationId()],
    );
    return row!.count;
  }

  /** Another one after every change. */
  async version(): Promise<string> {
    const [row] = await currentEntityManager().query<{ version: string }[]>(
      `SELECT concat_ws(' ', count(*), count(removed_at), max(confirmed_at), max(removed_at)) AS version
       FROM name_aliases WHERE organization_id = $1`,
      [currentOrganizationId()],
    );
    return row!.version;
  }

  /** @returns its id. */
  async add({ confirmedBy, kind, names, resultId }: NewAlias): Promise<string> {
    const organizationId = currentOrganizationId();
    const id = randomUUID();
    const sealed: SealedNames = { names: [...names] };
    await currentEntityManager().query(
      `INSERT INTO name_aliases (organization_id, id, kind, names, key_id, name_hashes, result_id, confirmed_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        organizationId,
        id,
        kind,
        this.seal.sealJson(placeOf(organizationId, id), sealed),
        this.seal.keyId,
        this.#hashesOf(names)[0],
        resultId,
        confirmedBy,
      ],
    );
    return id;
  }

  /** The latest first. */
  async page(limit: number, offset: number): Promise<StoredAlias[]> {
    return this.#read('ORDER BY a.confirmed_at DESC, a.id LIMIT $2 OFFSET $3', [limit, offset]);
  }

  async find(id: string): Promise<StoredAlias | undefined> {
    const [alias] = await this.#read('AND a.id = $2', [id]);
    return alias;
  }

  /** The whole book, in an order that does not depend on who asks. */
  async all(): Promise<StoredAlias[]> {
    return this.#read('ORDER BY a.confirmed_at, a.id', []);
  }

  /** @returns whether it was in the book. */
  async remove(id: string, removedBy: string): Promise<boolean> {
    const [, removed] = await currentEntityManager().query<[unknown, number]>(
      `UPDATE name_aliases SET removed_at = now(), removed_by = $3
       WHERE organization_id = $1 AND id = $2 AND removed_at IS NULL`,
      [currentOrganizationId(), id, removedBy],
    );
    return removed === 1;
  }

  /** Takes out what was confirmed on results, or on any of a job. @returns the ids of what it was. */
  async removeOf(
    which: { resultIds: readonly string[] } | { jobId: string },
    removedBy: string,
  ): Promise<string[]> {
    const [rows] = await currentEntityManager().query<[{ id: string }[], number]>(
      `UPDATE name_aliases SET removed_at = now(), removed_by = $3
       WHERE organization_id = $1 AND removed_at IS NULL AND result_id ${
         'jobId' in which
           ? 'IN (SELECT id FROM job_results WHERE organization_id = $1 AND job_id = $2)'
           : '= ANY ($2)'
} RETURNING id`,
      [currentOrganizationId(), 'jobId' in which ? which.jobId : which.resultIds, removedBy],
    );
    return rows.map(({ id }) => id);
  }

  /** By key, the newest first: during a rotation the book has pairs under several. */
  #hashesOf([first, second]: NamePair): string[][] {
    return this.blindIndexOf(currentOrganizationId()).ofPair(first, second);
  }

  async #read(narrowing: string, parameters: unknown[]): Promise<StoredAlias[]> {
    const organizationId = currentOrganizationId();
    const rows = await currentEntityManager().query<Row[]>(`${SELECT} ${narrowing}`, [
      organizationId,
      ...parameters,
    ]);
    return mapInSlices(rows, ({ keyId, token, ...alias }) => {
      const { names } = this.seal.openJson<SealedNames>(placeOf(organizationId, alias.id), { keyId, token });
      return { ...alias, names: [names[0]!, names[1]!] as const };
    });
  }
}
