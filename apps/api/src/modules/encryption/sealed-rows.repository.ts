// Sealed columns of any table, inside the organization of the open transaction: how many are left, and the next of them.
import type { BlindIndexOf, PatientSeal, Place } from '../../platform/crypto/index.ts';
import { currentEntityManager, currentOrganizationId } from '../../platform/database/index.ts';
import { mapInSlices } from '../../platform/slices.ts';
import { SEALED_COLUMNS, type SealedColumn } from './sealed-columns.ts';

interface Row {
  id: string;
  keyId: string;
  token: string;
}

/** Rows that are not sealed with the newest key. */
export interface Pending {
  rows: number;
  /** Those of them whose key is none of ours any more. */
  unreadable: number;
}

export interface Resealed {
  rows: number;
  /** Where to go on; null at the end. */
  lastId: string | null;
}

export class SealedRowsRepository {
  constructor(
    private readonly seal: PatientSeal,
    private readonly blindIndexOf: BlindIndexOf,
  ) {}

  async countPending(): Promise<Pending> {
    const counted = SEALED_COLUMNS.map(
      ({ keyId, table }) =>
        `SELECT count(*) FILTER (WHERE ${keyId} <> ALL($3)) AS unreadable, count(*) AS rows
         FROM ${table} WHERE organization_id = $1 AND ${keyId} <> $2`,
    );
    const [row] = await currentEntityManager().query<Record<keyof Pending, string>[]>(
      `SELECT sum(rows) AS rows, sum(unreadable) AS unreadable FROM (${counted.join(' UNION ALL ')}) counted`,
      [currentOrganizationId(), this.seal.keyId, this.seal.keyIds],
    );
    return { rows: Number(row!.rows), unreadable: Number(row!.unreadable) };
  }

  /** Seals the next batch of rows after `lastId` with the newest key. */
  async resealBatch(column: SealedColumn, lastId: string | null): Promise<Resealed> {
    const { batchRows, hashes, keyId, rowId, table, token } = column;
    const organizationId = currentOrganizationId();
    const rows = await currentEntityManager().query<Row[]>(
      `SELECT ${rowId} AS id, ${keyId} AS "keyId", ${token} AS token FROM ${table}
       WHERE organization_id = $1 AND ${keyId} <> $2 AND ($3::uuid IS NULL OR ${rowId} > $3)
       ORDER BY ${rowId} LIMIT ${batchRows} FOR UPDATE`,
      [organizationId, this.seal.keyId, lastId],
    );
    if (rows.length === 0) return { rows: 0, lastId: null };
    const resealed = await mapInSlices(rows, (row) => this.#resealed(organizationId, column, row));
    await currentEntityManager().query(
      `UPDATE ${table} t SET ${token} = batch.token, ${keyId} = $2 ${hashes ? `, ${hashes.column} = batch.hashes` : ''}
       FROM json_to_recordset($3) AS batch (id uuid, token text, hashes bigint[])
       WHERE t.organization_id = $1 AND t.${rowId} = batch.id`,
      [organizationId, this.seal.keyId, JSON.stringify(resealed)],
    );
    return { rows: rows.length, lastId: rows.at(-1)!.id };
  }

  #resealed(organizationId: string, column: SealedColumn, row: Row) {
    const { hashes, placeColumn, table, token } = column;
    const place: Place = { organizationId, table, rowId: row.id, column: placeColumn ?? token };
    const resealed = this.seal.reseal(place, row);
    if (!hashes) return { id: row.id, token: resealed };
    const opened = this.seal.openJson<unknown>(place, row);
    return { id: row.id, token: resealed, hashes: hashes.of(this.blindIndexOf(organizationId), opened) };
  }
}
