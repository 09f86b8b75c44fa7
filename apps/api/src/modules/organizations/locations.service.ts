// Where an organization treats its patients.
import type { ChangeLocationRequestWire, CreateLocationRequestWire, LocationWire } from '@medspasync/schemas';
import type { WithinOrganization } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/errors/index.ts';
import type { Caller } from '../../platform/identity/index.ts';
import type { AuditTrail } from '../audit/index.ts';
import type { LocationsRepository, StoredLocation } from './locations.repository.ts';

export class LocationsService {
  constructor(
    private readonly locations: LocationsRepository,
    private readonly withinOrganization: WithinOrganization,
    private readonly audit: AuditTrail,
  ) {}

  async list(caller: Caller): Promise<LocationWire[]> {
    const locations = await this.withinOrganization(caller.organizationId, () => this.locations.list());
    return locations.map(toLocationWire);
  }

  /** @throws Refusal `resource.conflict` when the name is taken. */
  async create(caller: Caller, { name, time_zone }: CreateLocationRequestWire): Promise<LocationWire> {
    return this.withinOrganization(caller.organizationId, async () => {
      const added = await this.locations.add({ name, timeZone: time_zone });
      this.#record(caller, added.id, 'added');
      return toLocationWire(added);
    });
  }

  /** What is not named stays. @throws Refusal `resource.not-found`, `resource.conflict`. */
  async change(caller: Caller, id: string, change: ChangeLocationRequestWire): Promise<LocationWire> {
    return this.withinOrganization(caller.organizationId, async () => {
      const before = await this.locations.find(id);
      if (!before) throw new Refusal('resource.not-found');
      const after = {
        id,
        name: change.name ?? before.name,
        timeZone: change.time_zone ?? before.timeZone,
      };
      await this.locations.change(id, { name: after.name, timeZone: after.timeZone });
      this.#record(caller, id, 'changed');
      return toLocationWire(after);
    });
  }

  /** @throws Refusal `resource.not-found`, or `resource.conflict` while files belong to it. */
  async remove(caller: Caller, id: string): Promise<void> {
    await this.withinOrganization(caller.organizationId, async () => {
      if (!(await this.locations.remove(id))) throw new Refusal('resource.not-found');
      this.#record(caller, id, 'removed');
    });
  }

  #record(caller: Caller, id: string, what: string): void {
    const subject = { kind: 'location', id };
    this.audit.record(caller, { action: 'setting.changed', subject, detail: { what } });
  }
}

export const toLocationWire = ({ id, name, timeZone }: StoredLocation): LocationWire => ({
  location_id: id,
  name,
  time_zone: timeZone,
});
