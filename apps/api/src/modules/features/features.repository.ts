// Rows of feature overrides, inside the organization of the open transaction.
import type { Feature } from '@medspasync/schemas';
import { currentEntityManager, currentOrganizationId } from '../../platform/database/index.ts';
import type { FeatureOverrides } from './feature-switches.ts';

export class FeaturesRepository {
  async overrides(): Promise<FeatureOverrides> {
    const rows = await currentEntityManager().query<{ name: string; isOn: boolean }[]>(
      'SELECT name, is_on AS "isOn" FROM feature_overrides WHERE organization_id = $1',
      [currentOrganizationId()],
    );
    return Object.fromEntries(rows.map(({ isOn, name }) => [name, isOn]));
  }

  async override(name: Feature, isOn: boolean): Promise<void> {
    await currentEntityManager().query(
      `INSERT INTO feature_overrides (organization_id, name, is_on) VALUES ($1, $2, $3)
       ON CONFLICT (organization_id, name) DO UPDATE SET is_on = excluded.is_on`,
      [currentOrganizationId(), name, isOn],
    );
  }

  /** Back to the default. */
  async forget(name: Feature): Promise<void> {
    await currentEntityManager().query(
      'DELETE FROM feature_overrides WHERE organization_id = $1 AND name = $2',
      [currentOrganizationId(), name],
    );
  }
}
