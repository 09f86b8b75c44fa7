// Rows of the audit log, inside the organization of the open transaction. There is no way to change or remove one.
import { currentEntityManager, currentOrganizationId } from '../../platform/database/index.ts';
import { EMPTY_CHAIN, type Head, type SealedEvent } from './audit-chain.ts';

export interface AuditFilter {
  action?: string | undefined;
  userId?: string | undefined;
  subjectId?: string | undefined;
  /** ISO 8601, included. */
  from?: string | undefined;
  /** ISO 8601, not included. */
  until?: string | undefined;
}

export interface ListedEvent {
  seq: number;
  payload: string;
  /** Null for someone who is no longer a member. */
  userName: string | null;
}

interface SealedRow extends Omit<SealedEvent, 'seq'> {
  seq: string;
}

const HEAD = 'SELECT last_seq AS seq, last_mac AS mac FROM audit_chains WHERE organization_id = $1';

const APPEND = `
  WITH appended AS (
    INSERT INTO audit_events (organization_id, seq, key_id, prev_mac, payload, mac)
    SELECT $1, seq, key_id, decode(prev_mac, 'hex'), payload, decode(mac, 'hex')
    FROM json_to_recordset($2) AS batch (seq bigint, key_id text, prev_mac text, payload text, mac text)
  )
  UPDATE audit_chains SET last_seq = $3, last_mac = decode($4, 'hex') WHERE organization_id = $1`;

const SEALED = `
  SELECT seq, key_id AS "keyId", prev_mac AS "prevMac", payload, mac FROM audit_events WHERE organization_id = $1`;

const MATCHING = `
  FROM audit_events e
  WHERE e.organization_id = $1
    AND ($2::text IS NULL OR e.action = $2) AND ($3::text IS NULL OR e.user_id = $3)
    AND ($4::text IS NULL OR e.subject_id = $4)
    AND ($5::text IS NULL OR e.at >= $5) AND ($6::text IS NULL OR e.at < $6)`;

export class AuditRepository {
  /** The end of the chain, which nobody else appends to until the transaction ends. */
  async lockHead(): Promise<Head> {
    const organizationId = currentOrganizationId();
    const find = () => query<{ seq: string; mac: Buffer }>(`${HEAD} FOR UPDATE`, [organizationId]);
    let [row] = await find();
    if (!row) {
      await query('INSERT INTO audit_chains (organization_id) VALUES ($1) ON CONFLICT DO NOTHING', [
        organizationId,
      ]);
      [row] = await find();
    }
    return { seq: Number(row!.seq), mac: row!.mac };
  }

  /** The end of the chain as the database has it. */
  async head(): Promise<Head> {
    const [row] = await query<{ seq: string; mac: Buffer }>(HEAD, [currentOrganizationId()]);
    return row ? { seq: Number(row.seq), mac: row.mac } : EMPTY_CHAIN;
  }

  /** At the end of the chain, which must be locked. */
  async append(events: readonly SealedEvent[]): Promise<void> {
    const last = events.at(-1);
    if (!last) return;
    const rows = events.map(({ keyId, mac, payload, prevMac, seq }) => ({
      seq,
      key_id: keyId,
      prev_mac: prevMac.toString('hex'),
      payload,
      mac: mac.toString('hex'),
    }));
    await query(APPEND, [currentOrganizationId(), JSON.stringify(rows), last.seq, last.mac.toString('hex')]);
  }

  async find(seq: number): Promise<SealedEvent | undefined> {
    const [event] = await this.pageAfter(seq - 1, 1);
    return event?.seq === seq ? event : undefined;
  }

  /** In the order of their numbers, those of the same number together; none means the end. */
  async pageAfter(seq: number, limit: number): Promise<SealedEvent[]> {
    const rows = await query<SealedRow>(`${SEALED} AND seq > $2 ORDER BY seq FETCH FIRST $3 ROWS WITH TIES`, [
      currentOrganizationId(),
      seq,
      limit,
    ]);
    return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
  }

  /** The newest first. */
  async list(filter: AuditFilter, limit: number, offset: number): Promise<ListedEvent[]> {
    const rows = await query<Omit<ListedEvent, 'seq'> & { seq: string }>(
      `SELECT e.seq, e.payload, (SELECT u.display_name FROM users u WHERE u.id::text = e.user_id) AS "userName"
       ${MATCHING} ORDER BY e.seq DESC LIMIT $7 OFFSET $8`,
      [...parametersOf(filter), limit, offset],
    );
    return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
  }

  async count(filter: AuditFilter): Promise<number> {
    const [row] = await query<{ count: number }>(
      `SELECT count(*)::int AS count ${MATCHING}`,
      parametersOf(filter),
    );
    return row!.count;
  }
}

const parametersOf = ({ action, from, subjectId, until, userId }: AuditFilter): unknown[] =>
  [currentOrganizationId(), action, userId, subjectId, from, until].map((value) => value ?? null);

const query = <Row>(sql: string, parameters: unknown[]): Promise<Row[]> =>
  currentEntityManager().query<Row[]>(sql, parameters);
