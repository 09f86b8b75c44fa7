// Transactions: written and read in batches, so that a large file is never whole in memory. An upload stands for rows of
// them, some of which an earlier upload brought.
import type { Transaction, TransactionField, UploadKind } from '@medspasync/schemas';
import {
  type BlindIndexOf,
  isFoundBy,
  type Patient,
  type PatientSeal,
  type Place,
} from '../../platform/crypto/index.ts';
import { currentOrganizationId, currentStatements } from '../../platform/database/organization-scope.ts';
import { mapInSlices } from '../../platform/slices.ts';
import type { RowDigest } from './recognition/row-digests.ts';
import {
  OPEN_COLUMNS,
  type OpenRow,
  openColumnsOf,
  patientOf,
  transactionOf,
} from './transaction-columns.ts';

export interface NewTransaction {
  id: string;
  transaction: Transaction;
  digest: RowDigest;
  /** Tells held rows of one identity apart. */
  ordinal: number;
  /** The id of its first version; its own when this is the first. */
  lineageId: string;
  version: number;
  /** Against the version before. */
  changedFields: readonly TransactionField[];
}

/** Transactions with their patients sealed, as one JSON array. */
export interface SealedBatch {
  keyId: string;
  json: string;
}

export interface StoredTransaction {
  id: string;
  transaction: Transaction;
}

/** As an upload has it: where it has no id of its own, it is called by its row there. */
export interface PlacedTransaction extends StoredTransaction {
  /** From 0. */
  position: number;
}

const OWN_COLUMNS =
  'id, patient, patient_hashes, identity, content, ordinal, lineage_id, version, changed_fields';

// COPY refuses tables with row-level security; one JSON parameter per batch comes close to its speed.
const INSERT = `
  INSERT INTO transactions (organization_id, upload_id, side, key_id, ${OWN_COLUMNS}, ${OPEN_COLUMNS.join()})
  SELECT $1, $2, $3, $4, ${OWN_COLUMNS}, ${OPEN_COLUMNS.join()}
  FROM json_to_recordset($5) AS batch (
    id uuid, patient text, patient_hashes bigint[], identity uuid, content uuid, ordinal integer, lineage_id uuid,
    version integer, changed_fields text[], ${OPEN_COLUMNS.map(
      (column) => `${column} ${column === 'amount_cents' ? 'integer' : 'text'}`,
    ).join()})`;

const SEALED = 't.id, t.key_id AS "keyId", t.patient AS token';
const READ = `${SEALED}, ${OPEN_COLUMNS.map((column) => `t.${column}`).join()}`;
const PLACED = `${READ}, u.position, u.row_name AS "rowName"`;

/** Of uploads. */
const ROWS = `FROM upload_rows u JOIN transactions t ON t.organization_id = u.organization_id AND t.id = u.transaction_id
  WHERE u.organization_id = $1 AND u.upload_id`;

// A condition on the whole array would keep the indexes from being used, so it is asked apart. OFFSET 0 keeps the look-up by
// transaction apart from that by upload: a planner without statistics of a new file would read all its rows for each.
/** Of the uploads $2, those with one of the hashes $3: the first four are indexed each, and patients with more are few. */
export const HAVING_ANY_HASH = `
  WITH t AS MATERIALIZED (
    SELECT t.* FROM transactions t WHERE t.organization_id = $1
      AND (${[1, 2, 3, 4].map((place) => `t.patient_hashes[${place}] = ANY ($3::bigint[])`).join(' OR ')})
    UNION ALL
    SELECT t.* FROM transactions t WHERE t.organization_id = $1
      AND cardinality(t.patient_hashes) > 4 AND t.patient_hashes && $3::bigint[]
  )
  SELECT ${SEALED} FROM t
  CROSS JOIN LATERAL (
    SELECT u.upload_id FROM upload_rows u WHERE u.organization_id = $1 AND u.transaction_id = t.id OFFSET 0) AS u
  WHERE u.upload_id = ANY ($2)`;

/** Rows in one read: a megabyte. */
const PAGE_ROWS = 1000;

// One text: the event loop of the API only passes it on to the thread that opens it.
const PAGE = `
  SELECT json_agg(page)::text AS rows FROM (
    SELECT ${PLACED} ${ROWS} = $2 AND u.position > $3 ORDER BY u.position LIMIT ${PAGE_ROWS}) AS page`;

interface SealedPatient {
  id: string;
  keyId: string;
  token: string;
}

type Row = OpenRow & SealedPatient;
type PlacedRow = Row & { position: number; rowName: string | null };

/** Where the patient of a transaction is sealed. */
const placeOf = (organizationId: string, rowId: string): Place => ({
  organizationId,
  table: 'transactions',
  rowId,
  column: 'patient',
});

export class TransactionsRepository {
  constructor(
    private readonly patients: PatientSeal,
    private readonly blindIndexOf: BlindIndexOf,
  ) {}

  /** Seals what an upload brings; asks the database for nothing. */
  async seal(batch: readonly NewTransaction[]): Promise<SealedBatch> {
    const organizationId = currentOrganizationId();
    const index = this.blindIndexOf(organizationId);
    const texts = await mapInSlices(batch, (row) => {
      const { digest, id, transaction } = row;
      const patient = patientOf(transaction);
      return JSON.stringify({
        id,
        identity: digest.identity,
        content: digest.content,
        ordinal: row.ordinal,
        lineage_id: row.lineageId,
        version: row.version,
        changed_fields: row.changedFields,
        patient: this.patients.sealJson(placeOf(organizationId, id), patient),
        patient_hashes: index.of(patient),
        ...openColumnsOf(transaction),
      });
    });
    return { keyId: this.patients.keyId, json: `[${texts.join()}]` };
  }

  /** What an upload brings. */
  async addBatch(uploadId: string, side: UploadKind, { json, keyId }: SealedBatch): Promise<void> {
    await currentStatements().query(INSERT, [currentOrganizationId(), uploadId, side, keyId, json]);
  }

  /** What an upload brought, as if it never had: versions it replaced count again. No other upload may stand for it. */
  async removeAll(uploadId: string): Promise<void> {
    const organizationId = currentOrganizationId();
    const replaced = await currentStatements().query<{ id: string }[]>(
      `SELECT o.id FROM transactions o
       JOIN transactions t ON t.organization_id = o.organization_id AND t.id = o.superseded_by
       WHERE o.organization_id = $1 AND t.upload_id = $2`,
      [organizationId, uploadId],
    );
    await currentStatements().query(
      'DELETE FROM transactions WHERE organization_id = $1 AND upload_id = $2',
      [organizationId, uploadId],
    );
    await currentStatements().query(
      'UPDATE transactions SET superseded_by = NULL WHERE organization_id = $1 AND id = ANY ($2)',
      [organizationId, replaced.map(({ id }) => id)],
    );
  }

  /** The next ones after `position` in the order of the upload; none means the end. */
  async pageAfter(uploadId: string, position: number): Promise<PlacedTransaction[]> {
    const [page] = await currentStatements().query<{ rows: string | null }[]>(PAGE, [
      currentOrganizationId(),
      uploadId,
      position,
    ]);
    return this.#opened(JSON.parse(page!.rows ?? '[]') as PlacedRow[], placed);
  }

  /** Those of `ids` that are rows of one of these uploads, by id. */
  async findIn(
    uploadIds: readonly string[],
    ids: readonly string[],
  ): Promise<Map<string, PlacedTransaction>> {
    const sql = `SELECT ${PLACED} ${ROWS} = ANY ($2) AND u.transaction_id = ANY ($3)`;
    const found = await this.#read(sql, [uploadIds, ids], placed);
    return new Map(found.map((stored) => [stored.id, stored]));
  }

  /** Those of `ids` that there are, by id. */
  async findAll(ids: readonly string[]): Promise<Map<string, StoredTransaction>> {
    const sql = `SELECT ${READ} FROM transactions t WHERE t.organization_id = $1 AND t.id = ANY ($2)`;
    const found = await this.#read(sql, [ids], (_: Row, stored) => stored);
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
    const conditions = searches.map((_, index) => `t.patient_hashes @> $${index + 4}::bigint[]`);
    const candidates = await currentStatements().query<SealedPatient[]>(
      `${HAVING_ANY_HASH} AND (${conditions.join(' OR ')})`,
      [organizationId, uploadIds, searches.map(([first]) => first), ...searches],
    );
    const checked = await mapInSlices(candidates, (row) =>
      isFoundBy(text, this.#patient(organizationId, row)),
    );
    return candidates.filter((_, index) => checked[index]).map(({ id }) => id);
  }

  async #read<R extends Row, T>(
    sql: string,
    parameters: unknown[],
    asRead: (row: R, stored: StoredTransaction) => T,
  ): Promise<T[]> {
    const rows = await currentStatements().query<R[]>(sql, [currentOrganizationId(), ...parameters]);
    return this.#opened(rows, asRead);
  }

  #opened<R extends Row, T>(
    rows: readonly R[],
    asRead: (row: R, stored: StoredTransaction) => T,
  ): Promise<T[]> {
    const organizationId = currentOrganizationId();
    return mapInSlices(rows, (row) =>
      asRead(row, { id: row.id, transaction: transactionOf(row, this.#patient(organizationId, row)) }),
    );
  }

  #patient(organizationId: string, sealed: SealedPatient): Patient {
    return this.patients.openJson<Patient>(placeOf(organizationId, sealed.id), sealed);
  }
}

const placed = (
  { position, rowName }: PlacedRow,
  { id, transaction }: StoredTransaction,
): PlacedTransaction => ({
  id,
  transaction: rowName === null ? transaction : { ...transaction, transactionId: rowName },
  position,
});
