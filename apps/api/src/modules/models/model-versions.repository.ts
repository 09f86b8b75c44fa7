// Models an organization has taught, and which one is at work; inside the organization of the open transaction.
import type { LearnedFiguresWire } from '@medspasync/schemas';
import { currentEntityManager, currentOrganizationId } from '../../platform/database/index.ts';

export interface NewModelVersion {
  number: number;
  version: string;
  model: Uint8Array;
  /** As it lies in `manifest.json`. */
  manifest: string;
  card: string;
  /** SVG text by file name. */
  plots: Readonly<Record<string, string>>;
  figures: LearnedFiguresWire;
  createdBy: string;
}

/** Without its files. */
export type ListedVersion = Pick<NewModelVersion, 'number' | 'version' | 'manifest' | 'figures'>;
export type ModelFiles = Pick<NewModelVersion, 'version' | 'model' | 'manifest' | 'card' | 'plots'>;

const LISTED = 'number, version, manifest, figures';

export class ModelVersionsRepository {
  /** Who else puts a model to work waits until the open transaction ends. */
  async hold(): Promise<void> {
    await currentEntityManager().query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `model|${currentOrganizationId()}`,
    ]);
  }

  async nextNumber(): Promise<number> {
    const [row] = await currentEntityManager().query<{ next: number }[]>(
      'SELECT coalesce(max(number), 0) + 1 AS next FROM model_versions WHERE organization_id = $1',
      [currentOrganizationId()],
    );
    return row!.next;
  }

  /** @returns false when another training took the number in the meantime. */
  async add(added: NewModelVersion): Promise<boolean> {
    const { card, createdBy, figures, manifest, model, number, plots, version } = added;
    const rows = await currentEntityManager().query<unknown[]>(
      `INSERT INTO model_versions
         (organization_id, number, version, model, manifest, card, plots, figures, created_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING number`,
      [
        currentOrganizationId(),
        number,
        version,
        Buffer.from(model),
        manifest,
        card,
        plots,
        figures,
        createdBy,
      ],
    );
    return rows.length === 1;
  }

  /** The latest first. */
  list(): Promise<ListedVersion[]> {
    return currentEntityManager().query<ListedVersion[]>(
      `SELECT ${LISTED} FROM model_versions WHERE organization_id = $1 ORDER BY number DESC`,
      [currentOrganizationId()],
    );
  }

  async files(number: number): Promise<ModelFiles> {
    const [row] = await currentEntityManager().query<ModelFiles[]>(
      `SELECT version, model, manifest, card, plots FROM model_versions
       WHERE organization_id = $1 AND number = $2`,
      [currentOrganizationId(), number],
    );
    return row!;
  }

  /** Null: the model the release ships with. */
  async current(): Promise<ListedVersion | null> {
    const [row] = await currentEntityManager().query<(ListedVersion | { number: null })[]>(
      `SELECT ${LISTED.replaceAll(/\w+/g, 'v.$&')} FROM model_promotions p
       LEFT JOIN model_versions v ON v.organization_id = p.organization_id AND v.number = p.number
       WHERE p.organization_id = $1 ORDER BY p.id DESC LIMIT 1`,
      [currentOrganizationId()],
    );
    return row === undefined || row.number === null ? null : row;
  }

  async promote(number: number | null, promotedBy: string): Promise<void> {
    await currentEntityManager().query(
      'INSERT INTO model_promotions (organization_id, number, promoted_by) VALUES ($1, $2, $3)',
      [currentOrganizationId(), number, promotedBy],
    );
  }
}
