// Transactions of uploads: written and read in batches, so that a large file is never whole in memory.
import { randomUUID } from 'node:crypto';
import type { Transaction } from '@medspasync/schemas';
import {
  type BlindIndexOf,
  isFoundBy,
  type Patient,
  type PatientSeal,
  type Place,
} from '../../platform/crypto/index.ts';
import { currentEntityManager, currentOrganizationId } from '../../platform/database/index.ts';
import { mapInSlices } from '../../platform/slices.ts';
import {
  OPEN_COLUMNS,
  type OpenRow,
  openColumnsOf,
  patientOf,
  transactionOf,
} from './transaction-columns.ts';

export interface NewTransaction {
  /** Order in the upload, from 0. */
  position: number;
  /** Line of the file as a spreadsheet numbers it; null for a request body. */
  rowNumber: number | null;
  transaction: Transaction;
}

export interface StoredTransaction {
  id: string;
  position: number;
  transaction: Transaction;
}

const COLUMNS = Object.keys(OPEN_COLUMNS);

// COPY refuses tables with row-level security; one JSON parameter per batch comes close to its speed.
const INSERT = `
  INSERT INTO transactions (organization_id, upload_id, key_id, id, position, row_number, patient, patient_hashes,
                            ${COLUMNS.join()})
  SELECT $1, $2, $3, id, position, row_number, patient, patient_hashes, ${COLUMNS.join()}
  FROM json_to_recordset($4) AS batch (
    id uuid, position integer, row_number integer, patient text, patient_hashes bigint[], ${COLUMNS.map(
      (column) => `${column} ${column === 'amount_cents' ? 'integer' : 'text'}`,
    ).join()})`;

const SEALED = 'id, key_id AS "keyId", patient AS token';
const SELECT = `SELECT ${SEALED}, position, ${COLUMNS.join()} FROM transactions WHERE organization_id = $1`;

/** Rows in one read: tens of milliseconds, a few megabytes. */
const PAGE_ROWS = 2000;

interface SealedPatient {
  id: string;
  keyId: string;
  token: string;
}

type Row = OpenRow & SealedPatient & { position: number };

/** Where the patient of a transaction is sealed. */
const placeOf = (organizationId: string, rowId: string): Place => ({
  organizationId,
  table: 'transactions',
  rowId,
  column: 'patient',
});

export class TransactionsRepository {
  constructor(
    private readonly seal: PatientSeal,
    private readonly blindIndexOf: BlindIndexOf,
  ) {}

  async addBatch(uploadId: string, batch: readonly NewTransaction[]): Promise<void> {
    const organizationId = currentOrganizationId();
    const index = this.blindIndexOf(organizationId);
    const rows = await mapInSlices(batch, ({ position, rowNumber, transaction }) => {
      const id = randomUUID();
      const patient = patientOf(transaction);
      return {
        id,
        position,
        row_number: rowNumber,
        patient: this.seal.sealJson(placeOf(organizationId, id), patient),
        patient_hashes: index.of(patient),
        ...openColumnsOf(transaction),
      };
    });
    const parameters = [organizationId, uploadId, this.seal.keyId, JSON.stringify(rows)];
    await currentEntityManager().query(INSERT, parameters);
  }

  async removeAll(uploadId: string): Promise<void> {
    await currentEntityManager().query(
      'DELETE FROM transactions WHERE organization_id = $1 AND upload_id = $2',
      [currentOrganizationId(), uploadId],
    );
  }

  /** The next ones after `position` in the order of the upload; none means the end. */
  async pageAfter(uploadId: string, position: number): Promise<StoredTransaction[]> {
    return this.#read(`${SELECT} AND upload_id = $2 AND position > $3 ORDER BY position LIMIT ${PAGE_ROWS}`, [
      uploadId,
      position,
    ]);
  }

  /** Those of `ids` that there are, by id. */
  async findAll(ids: readonly string[]): Promise<Map<string, StoredTransaction>> {
    const found = await this.#read(`${SELECT} AND id = ANY ($2)`, [ids]);
    return new Map(found.map((stored) => [stored.id, stored]));
  }

  /**
   * The transactions of these uploads whose patient `text` names: by surname, full name, phone or e-mail, each in full.
   * @returns their ids.
   */
  async findByPatient(uploadIds: readonly string[], text: string): Promise<string[]> {
    const organizationId = currentOrganizationId();
    const searches = this.blindIndexOf(organizationId).searches(text);
    if (searches.length === 0) return [];
    const conditions = searches.map((_, index) => `patient_hashes @> $${index + 3}::bigint[]`);
    const candidates = await currentEntityManager().query<SealedPatient[]>(
      `SELECT ${SEALED} FROM transactions
       WHERE organization_id = $1 AND upload_id = ANY ($2) AND (${conditions.join(' OR ')})`,
      [organizationId, uploadIds, ...searches],
    );
    const checked = await mapInSlices(candidates, (row) =>
      isFoundBy(text, this.#patient(organizationId, row)),
    );
    return candidates.filter((_, index) => checked[index]).map(({ id }) => id);
  }

  async #read(sql: string, parameters: unknown[]): Promise<StoredTransaction[]> {
    const organizationId = currentOrganizationId();
    const rows = await currentEntityManager().query<Row[]>(sql, [organizationId, ...parameters]);
    return mapInSlices(rows, (row) => ({
      id: row.id,
      position: row.position,
      transaction: transactionOf(row, this.#patient(organizationId, row)),
    }));
  }

  #patient(organizationId: string, sealed: SealedPatient): Patient {
    return this.seal.openJson<Patient>(placeOf(organizationId, sealed.id), sealed);
  }
}
