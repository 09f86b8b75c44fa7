// The model this process scores with: loaded once, at the start. Without one the API still serves everything else.
import path from 'node:path';
import type { Scorer } from '@medspasync/matching';
import { currentModelDirectory, encoderDirectoryBeside, loadScorer } from '@medspasync/matching/node';
import { repositoryRoot } from '../../platform/config/index.ts';
import { Refusal } from '../../platform/errors/index.ts';
import type { Logger } from '../../platform/logging/index.ts';

/** The engine finds its models beside its source; a bundle has left that place, so the way is taken from the top. */
const shippedModel = (): string =>
  path.join(repositoryRoot, 'packages', 'matching', 'models', path.basename(currentModelDirectory()));

export class CurrentModel {
  readonly directory: string;
  readonly #scorer: Scorer | undefined;

  private constructor(directory: string, scorer: Scorer | undefined) {
    this.directory = directory;
    this.#scorer = scorer;
  }

  /**
   * @param chosen MODEL_DIR, where it is set.
   * @param shipped where this version's own model lies; one that cannot be loaded leaves the rest of the API at work.
   * @throws naming MODEL_DIR when the model chosen there cannot be loaded.
   */
  static async open(
    chosen: string | undefined,
    logger: Logger,
    shipped: string = shippedModel(),
  ): Promise<CurrentModel> {
    const place = chosen ?? shipped;
    try {
      return new CurrentModel(place, await loadScorer({ directory: place }));
    } catch (error) {
      if (chosen !== undefined)
        throw new Error(`MODEL_DIR: there is no model to be loaded in ${chosen}.`, { cause: error });
      logger.error({ err: error }, 'the model could not be loaded; predictions and jobs are refused');
      return new CurrentModel(place, undefined);
    }
  }

  get encoderDirectory(): string {
    return encoderDirectoryBeside(this.directory);
  }

  /** @throws Refusal `service.unavailable` when no model could be loaded. */
  get scorer(): Scorer {
    if (!this.#scorer) throw new Refusal('service.unavailable', { detail: 'No model is loaded.' });
    return this.#scorer;
  }

  status(): { loaded: boolean; version: string } {
    return { loaded: this.#scorer !== undefined, version: this.#scorer?.manifest.version ?? 'none' };
  }
}
