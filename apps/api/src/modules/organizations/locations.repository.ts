// Rows of locations, inside the organization of the open transaction.
import { randomUUID } from 'node:crypto';
import { currentEntityManager, currentOrganizationId } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/errors/index.ts';
import { LocationEntity } from './organization.entity.ts';

export interface Place {
  name: string;
  timeZone: string;
}

export interface StoredLocation extends Place {
  id: string;
}

const CONFLICTS: Readonly<Record<string, string>> = {
  '23505': 'There is a location of this name.',
  '23503': 'Files belong to this location, so it stays.',
};

export class LocationsRepository {
  /** By name. */
  async list(): Promise<StoredLocation[]> {
    const where = { organizationId: currentOrganizationId() };
    return currentEntityManager().find(LocationEntity, { where, order: { name: 'ASC' } });
  }

  async find(id: string): Promise<StoredLocation | null> {
    return currentEntityManager().findOneBy(LocationEntity, this.#key(id));
  }

  /** @throws Refusal `resource.conflict` when the name is taken, here and in `change`. */
  async add(place: Place): Promise<StoredLocation> {
    const location = { id: randomUUID(), ...place };
    const row = { organizationId: currentOrganizationId(), ...location };
    await orConflict(() => currentEntityManager().insert(LocationEntity, row));
    return location;
  }

  async change(id: string, place: Place): Promise<void> {
    await orConflict(() => currentEntityManager().update(LocationEntity, this.#key(id), place));
  }

  /** @returns whether there was such a location. @throws Refusal `resource.conflict` while files belong to it. */
  async remove(id: string): Promise<boolean> {
    const { affected } = await orConflict(() => currentEntityManager().delete(LocationEntity, this.#key(id)));
    return affected === 1;
  }

  #key = (id: string) => ({ organizationId: currentOrganizationId(), id });
}

async function orConflict<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (cause) {
    const detail = CONFLICTS[(cause as { code?: string }).code ?? ''];
    throw detail === undefined ? cause : new Refusal('resource.conflict', { detail, cause });
  }
}
