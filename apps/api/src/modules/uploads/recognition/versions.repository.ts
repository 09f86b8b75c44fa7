// Versions of rows: which one an upload has of a row that was seen in another version somewhere else.
import type { TransactionField } from '@medspasync/schemas';
import { currentEntityManager, currentOrganizationId } from '../../../platform/database/index.ts';

export interface VersionInUpload {
  id: string;
  /** In which it differs from the version asked about; empty when it is that one. */
  changedFields: TransactionField[];
}

const VERSIONS_IN = `
  WITH asked AS (
    SELECT id, lineage_id, version FROM transactions WHERE organization_id = $1 AND id = ANY ($3)
  ), lineages AS (
    SELECT DISTINCT lineage_id FROM asked
  ), versions AS (
    SELECT v.id, v.lineage_id, v.version, v.changed_fields
    FROM lineages l JOIN transactions v ON v.organization_id = $1 AND v.id = l.lineage_id
    UNION ALL
    SELECT v.id, v.lineage_id, v.version, v.changed_fields
    FROM lineages l JOIN transactions v ON v.organization_id = $1 AND v.lineage_id = l.lineage_id AND v.version > 1
  )
  SELECT a.id AS "askedId", n.id, ARRAY(
    SELECT DISTINCT field FROM versions c CROSS JOIN unnest(c.changed_fields) AS field
    WHERE c.lineage_id = a.lineage_id AND c.version > least(a.version, n.version)
      AND c.version <= greatest(a.version, n.version)) AS "changedFields"
  FROM asked a JOIN versions n ON n.lineage_id = a.lineage_id
  WHERE EXISTS (SELECT FROM upload_rows u
                WHERE u.organization_id = $1 AND u.transaction_id = n.id AND u.upload_id = ANY ($2))`;

export class VersionsRepository {
  /** By each of `ids`, the version one of these uploads has; absent when it has none. */
  async findIn(uploadIds: readonly string[], ids: readonly string[]): Promise<Map<string, VersionInUpload>> {
    const rows = await currentEntityManager().query<(VersionInUpload & { askedId: string })[]>(VERSIONS_IN, [
      currentOrganizationId(),
      uploadIds,
      ids,
    ]);
    return new Map(rows.map(({ askedId, ...version }) => [askedId, version]));
  }
}
