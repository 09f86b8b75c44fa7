// Which model an organization scores with, and where its files lie. Taught models are kept in the database; each machine
// writes the ones it needs under its own state directory, a directory per organization.
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ModelManifest, Scorer } from '@medspasync/matching';
import { loadScorer } from '@medspasync/matching/node';
import { assertEncoderFits, assertModelFits, rewardsToPos } from '@medspasync/matching/stages';
import { sha256 } from '../../platform/crypto/index.ts';
import type { WithinOrganization } from '../../platform/database/index.ts';
import type { Logger } from '../../platform/logging/index.ts';
import type { CurrentModel } from './current-model.ts';
import type { ListedVersion, ModelFiles, ModelVersionsRepository } from './model-versions.repository.ts';

/** A taught model is read with the encoder of the release: there is one for all. */
export interface ModelPlace {
  modelDirectory: string;
  encoderDirectory: string;
}

export interface OrganizationModelsNeeds {
  shipped: CurrentModel;
  versions: ModelVersionsRepository;
  withinOrganization: WithinOrganization;
  /** For the files of taught models. */
  directory: string;
  logger: Logger;
}

/** How long a promotion made by another process may go unseen. */
const REMEMBER_MS = 2000;
/** Loaded models at a time; one takes a few MB. */
const MAX_LOADED = 16;

export class OrganizationModels {
  /** Of each organization, where its own model lies; null for none. */
  readonly #own = new Map<string, { directory: Promise<string | null>; until: number }>();
  /** By directory, the least recently used first. */
  readonly #loaded = new Map<string, Promise<Scorer>>();

  constructor(private readonly needs: OrganizationModelsNeeds) {}

  /** @throws Refusal `service.unavailable` when there is neither a model of its own nor a shipped one. */
  async scorerFor(organizationId: string): Promise<Scorer> {
    const own = await this.#ownDirectory(organizationId);
    return own === null ? this.needs.shipped.scorer : this.#load(own);
  }

  /** Where the files of the organization's model lie on this machine. */
  async placeFor(organizationId: string): Promise<ModelPlace> {
    const { shipped } = this.needs;
    const modelDirectory = (await this.#ownDirectory(organizationId)) ?? shipped.directory;
    return { modelDirectory, encoderDirectory: shipped.encoderDirectory };
  }

  /** False for a model of another release, whose features or encoder are not there any more. */
  isUsable({ manifest }: Pick<ListedVersion, 'manifest'>): boolean {
    const { encoder } = this.needs.shipped.scorer;
    const taught = JSON.parse(manifest) as ModelManifest;
    try {
      assertModelFits(taught, rewardsToPos);
      assertEncoderFits(taught, encoder.manifest);
      return true;
    } catch {
      return false;
    }
  }

  /** A promotion in this process is seen at once. */
  forget(organizationId: string): void {
    this.#own.delete(organizationId);
  }

  #ownDirectory(organizationId: string): Promise<string | null> {
    const known = this.#own.get(organizationId);
    if (known && known.until > Date.now()) return known.directory;
    const directory = this.#findOwn(organizationId);
    directory.catch(() => this.forget(organizationId));
    this.#own.set(organizationId, { directory, until: Date.now() + REMEMBER_MS });
    return directory;
  }

  async #findOwn(organizationId: string): Promise<string | null> {
    const { logger, versions, withinOrganization } = this.needs;
    const version = await withinOrganization(organizationId, () => versions.current());
    if (version === null) return null;
    if (this.isUsable(version)) return this.#filesOf(organizationId, version);
    logger.warn({ organizationId, model: version.version }, 'a taught model does not fit this release');
    return null;
  }

  async #filesOf(organizationId: string, { manifest, number, version }: ListedVersion): Promise<string> {
    const parent = path.join(this.needs.directory, organizationId);
    // After a database was restored, the number of a model that is gone may stand for another one.
    const digest = sha256(manifest).toString('hex').slice(0, 12);
    const directory = path.join(parent, `${version}-${digest}`);
    if (existsSync(directory)) return directory;
    const { versions, withinOrganization } = this.needs;
    const files = await withinOrganization(organizationId, () => versions.files(number));
    await mkdir(parent, { recursive: true });
    const fresh = await mkdtemp(path.join(parent, '.new-'));
    try {
      await writeFiles(fresh, files);
      await rename(fresh, directory);
    } catch (error) {
      await rm(fresh, { recursive: true, force: true });
      // Another process of this machine was first with the same files.
      if (!existsSync(directory)) throw error;
    }
    return directory;
  }

  #load(directory: string): Promise<Scorer> {
    const { encoderDirectory } = this.needs.shipped;
    const loading = this.#loaded.get(directory) ?? loadScorer({ directory, encoderDirectory });
    this.#loaded.delete(directory);
    this.#loaded.set(directory, loading);
    loading.catch(() => this.#loaded.delete(directory));
    for (const oldest of this.#loaded.keys()) {
      if (this.#loaded.size <= MAX_LOADED) break;
      this.#loaded.delete(oldest);
    }
    return loading;
  }
}

async function writeFiles(directory: string, { card, manifest, model, plots }: ModelFiles): Promise<void> {
  await writeFile(path.join(directory, 'model.onnx'), model);
  await writeFile(path.join(directory, 'manifest.json'), manifest);
  await writeFile(path.join(directory, 'card.md'), card);
  for (const [name, svg] of Object.entries(plots)) await writeFile(path.join(directory, name), svg);
}
