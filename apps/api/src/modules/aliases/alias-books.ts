// The alias books that single pairs are predicted with, kept open: reading one opens every name in it.
import { AliasBook } from '@medspasync/matching';
import type { WithinOrganization } from '../../platform/database/index.ts';
import type { AliasesRepository } from './aliases.repository.ts';
import { aliasForEngine } from './aliases.service.ts';

/** How long a change made by another process may go unseen. */
const REMEMBER_MS = 2000;
/** Books at a time. */
const MAX_OPEN = 16;

interface OpenBook {
  version: string;
  book: AliasBook;
  until: number;
}

export class AliasBooks {
  /** By organization, the least recently read first. */
  readonly #open = new Map<string, OpenBook>();

  constructor(
    private readonly aliases: AliasesRepository,
    private readonly withinOrganization: WithinOrganization,
  ) {}

  async bookOf(organizationId: string): Promise<AliasBook> {
    const known = this.#open.get(organizationId);
    if (known && known.until > Date.now()) return known.book;
    const open = await this.withinOrganization(organizationId, () => this.#read(known));
    this.#open.delete(organizationId);
    this.#open.set(organizationId, open);
    for (const oldest of this.#open.keys()) {
      if (this.#open.size <= MAX_OPEN) break;
      this.#open.delete(oldest);
    }
    return open.book;
  }

  /** A change made by this process is seen at once. */
  forget(organizationId: string): void {
    this.#open.delete(organizationId);
  }

  async #read(known: OpenBook | undefined): Promise<OpenBook> {
    const version = await this.aliases.version();
    const book =
      known?.version === version ? known.book : new AliasBook((await this.aliases.all()).map(aliasForEngine));
    return { version, book, until: Date.now() + REMEMBER_MS };
  }
}
