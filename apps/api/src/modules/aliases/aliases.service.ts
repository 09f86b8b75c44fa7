// The alias book: which names belong together. People add to it by themselves or when they decide about a pair; jobs read it.
import type { NameAlias } from '@medspasync/matching';
import type { AddAliasRequestWire, AliasesWire, AliasKind, AliasWire } from '@medspasync/schemas';
import { afterCommit, type WithinOrganization } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/errors/index.ts';
import type { Caller } from '../../platform/identity/index.ts';
import type { AuditTrail } from '../audit/index.ts';
import type { AliasesRepository, NamePair, StoredAlias } from './aliases.repository.ts';

/** Every job opens all of them: some tenths of a second. */
const MOST_ALIASES = 10_000;

const FORMER_MEMBER = 'a former member';

export class AliasesService {
  constructor(
    private readonly aliases: AliasesRepository,
    private readonly audit: AuditTrail,
    private readonly withinOrganization: WithinOrganization,
    /** Told of the organization whose book has changed. */
    private readonly onChanged: (organizationId: string) => void,
  ) {}

  /** Names in full for who may read patients' results; null for everybody else. */
  async page(caller: Caller, page: number, limit: number): Promise<AliasesWire> {
    return this.withinOrganization(caller.organizationId, async () => {
      const stored = await this.aliases.page(limit, (page - 1) * limit);
      const inFull = caller.permissions.has('reconciliation:read');
      if (inFull)
        this.audit.record(caller, { action: 'aliases.read', detail: { page, rows: stored.length } });
      const aliases = stored.map((alias) => aliasToWire(alias, inFull));
      return { aliases, total: await this.aliases.count(), page, limit };
    });
  }

  /** @throws Refusal `request.invalid` for one name twice, `alias.known`, or `alias.too_many`. */
  async add(caller: Caller, { kind, names: [first, second] }: AddAliasRequestWire): Promise<AliasWire> {
    const names: NamePair = [first!, second!];
    return this.withinOrganization(caller.organizationId, async () => {
      await this.aliases.hold();
      if (!this.aliases.areTwoNames(names))
        throw new Refusal('request.invalid', {
          errors: [{ field: 'names', message: 'give two names that differ' }],
        });
      if (await this.aliases.kindOf(names)) throw new Refusal('alias.known');
      return aliasToWire((await this.aliases.find(await this.#add(caller, kind, names, null)))!, true);
    });
  }

  /** @throws Refusal `resource.not-found`. */
  async remove(caller: Caller, id: string): Promise<void> {
    await this.withinOrganization(caller.organizationId, async () => {
      if (!(await this.aliases.remove(id, caller.userId))) throw new Refusal('resource.not-found');
      await this.#removed(caller, id);
    });
  }

  /**
   * Remembers, inside the open transaction, that the names of a decided pair belong together: those that differ. What
   * the book says already is not said again.
   * @throws Refusal `auth.forbidden`, `alias.nothing_to_remember`, `alias.known` when the book says otherwise.
   */
  async remember(
    caller: Caller,
    kind: AliasKind,
    { resultId, names }: { resultId: string; names: readonly NamePair[] },
  ): Promise<void> {
    if (!caller.permissions.has('aliases:manage'))
      throw new Refusal('auth.forbidden', { detail: 'This needs aliases:manage.' });
    await this.aliases.hold();
    const differing = names.filter((pair) => this.aliases.areTwoNames(pair));
    if (differing.length === 0) throw new Refusal('alias.nothing_to_remember');
    for (const pair of differing) {
      const known = await this.aliases.kindOf(pair);
      if (known === undefined) await this.#add(caller, kind, pair, resultId);
      else if (known !== kind) throw new Refusal('alias.known');
    }
  }

  /** With a decision that is taken back falls what it remembered. Inside the open transaction. */
  async forget(caller: Caller, which: { resultIds: readonly string[] } | { jobId: string }): Promise<void> {
    for (const id of await this.aliases.removeOf(which, caller.userId)) await this.#removed(caller, id);
  }

  /** As the engine takes them, of an organization. */
  async known(organizationId: string): Promise<NameAlias[]> {
    const all = await this.withinOrganization(organizationId, () => this.aliases.all());
    return all.map(aliasForEngine);
  }

  async #add(caller: Caller, kind: AliasKind, names: NamePair, resultId: string | null): Promise<string> {
    if ((await this.aliases.count()) >= MOST_ALIASES) throw new Refusal('alias.too_many');
    const id = await this.aliases.add({ kind, names, resultId, confirmedBy: caller.userId });
    this.audit.record(caller, {
      action: 'alias.added',
      subject: { kind: 'alias', id },
      detail: { kind, result_id: resultId },
    });
    await this.#changed(caller);
    return id;
  }

  async #removed(caller: Caller, id: string): Promise<void> {
    this.audit.record(caller, { action: 'alias.removed', subject: { kind: 'alias', id } });
    await this.#changed(caller);
  }

  #changed({ organizationId }: Caller): Promise<void> {
    return afterCommit(async () => this.onChanged(organizationId));
  }
}

export const aliasForEngine = ({ confirmedAt, kind, names }: StoredAlias): NameAlias => ({
  kind,
  names,
  confirmedOn: confirmedAt.toISOString().slice(0, 10),
});

const aliasToWire = (alias: StoredAlias, inFull: boolean): AliasWire => ({
  alias_id: alias.id,
  kind: alias.kind,
  names: inFull ? [...alias.names] : null,
  confirmed_by: alias.confirmedBy ?? FORMER_MEMBER,
  confirmed_at: alias.confirmedAt.toISOString(),
  result_id: alias.resultId,
});
