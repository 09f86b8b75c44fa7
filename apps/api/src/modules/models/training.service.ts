// Teaching an organization its own model: train, validate, keep, put to work, go back.
import type { ModelManifest } from '@medspasync/matching';
import type {
  LearnedFiguresWire,
  ModelVersionsWire,
  ModelVersionWire,
  Promote,
  TrainRequestWire,
  TrainResponseWire,
} from '@medspasync/schemas';
import type { LabelledPair, LearnedModel } from '@medspasync/training/learn';
import { afterCommit, type WithinOrganization } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/errors/index.ts';
import type { WriteOnce } from '../../platform/http/index.ts';
import type { Caller } from '../../platform/identity/index.ts';
import type { LocalZones } from '../../platform/local-zones.ts';
import type { AuditTrail } from '../audit/index.ts';
import { zonesFor } from '../reconciliation/index.ts';
import type { ListedVersion, ModelVersionsRepository } from './model-versions.repository.ts';
import type { OrganizationModels } from './organization-models.ts';
import type { runTraining } from './training/run-training.ts';
import { pairsOfRequest, refusalOf } from './training/training-data.ts';

export interface TrainingServiceNeeds {
  withinOrganization: WithinOrganization;
  models: OrganizationModels;
  versions: ModelVersionsRepository;
  audit: AuditTrail;
  /** @throws Refusal where the organization has turned training off. */
  requireTraining(caller: Caller): Promise<void>;
  /** Of the organization of the open transaction. */
  zones(): Promise<LocalZones>;
  run: typeof runTraining;
  /** Of the model this release ships with. */
  shippedManifest(): ModelManifest;
  /** Pairs from the decisions that stand, inside the open transaction. */
  decidedPairs(): Promise<LabelledPair[]>;
}

export class TrainingService {
  readonly #training = new Set<string>();
  /** Trainings of a process take turns: each uses a processor and its own memory. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly needs: TrainingServiceNeeds) {}

  /**
   * @param writeOnce within which the model is kept.
   * @throws Refusal `request.invalid` naming everything the pairs cannot be learned from for, `model.training` while
   *   another training of the organization runs, `feature.off`.
   */
  async train(
    caller: Caller,
    request: TrainRequestWire,
    writeOnce: WriteOnce<TrainResponseWire>,
  ): Promise<TrainResponseWire> {
    await this.needs.requireTraining(caller);
    const { organizationId } = caller;
    const data = request.training_data;
    const sent = data.flatMap(({ pos_transaction, reward_transaction }) => [
      reward_transaction,
      pos_transaction,
    ]);
    const zones = await zonesFor(sent, () => this.needs.withinOrganization(organizationId, this.needs.zones));
    const own = pairsOfRequest(data, zones);
    if (this.#training.has(organizationId)) throw new Refusal('model.training');
    this.#training.add(organizationId);
    try {
      const { learned, number } = await this.#learn(organizationId, own, request);
      return await writeOnce(() => this.#keep(caller, learned, number, request.promote));
    } finally {
      this.#training.delete(organizationId);
    }
  }

  /** All of them, the latest first, the shipped one last. */
  async versions(caller: Caller): Promise<ModelVersionsWire> {
    const { models, shippedManifest, versions, withinOrganization } = this.needs;
    const [taught, current] = await withinOrganization(caller.organizationId, async () => [
      await versions.list(),
      await versions.current(),
    ]);
    const shipped = shippedManifest();
    const atWork = this.#atWork(current);
    return {
      current_version: atWork,
      versions: [
        ...taught.map((version) => versionToWire(version, atWork, models.isUsable(version))),
        {
          version: shipped.version,
          is_current: shipped.version === atWork,
          is_usable: true,
          based_on: null,
          trained_at: shipped.trainedAt,
          figures: null,
        },
      ],
    };
  }

  /**
   * Puts a version to work, an older one to go back to it.
   * @throws Refusal `resource.not-found`, or `model.not_usable` for one that was trained for another release.
   */
  async promote(caller: Caller, wanted: string): Promise<ModelVersionsWire> {
    const { audit, models, shippedManifest, versions, withinOrganization } = this.needs;
    await withinOrganization(caller.organizationId, async () => {
      await versions.hold();
      const taught = await versions.list();
      const version = taught.find((one) => one.version === wanted) ?? null;
      if (version === null && wanted !== shippedManifest().version) throw new Refusal('resource.not-found');
      if (version !== null && !models.isUsable(version)) throw new Refusal('model.not_usable');
      const before = await versions.current();
      const number = version?.number ?? null;
      if (number === (before?.number ?? null)) return;
      await versions.promote(number, caller.userId);
      const isBack = (number ?? 0) < (before?.number ?? 0);
      audit.record(caller, {
        action: isBack ? 'model.rolled_back' : 'model.promoted',
        subject: { kind: 'model', id: wanted },
      });
      await afterCommit(async () => models.forget(caller.organizationId));
    });
    return this.versions(caller);
  }

  async #learn(
    organizationId: string,
    own: readonly LabelledPair[],
    request: TrainRequestWire,
  ): Promise<{ learned: LearnedModel; number: number }> {
    const { decidedPairs, models, run, shippedManifest, versions, withinOrganization } = this.needs;
    const [number, decided] = await withinOrganization(organizationId, async () => [
      await versions.nextNumber(),
      request.include_decisions ? await decidedPairs() : [],
    ]);
    const task = {
      ...(await models.placeFor(organizationId)),
      pairs: [...own, ...decided],
      version: `${shippedManifest().version}-learned.${number}`,
      trainedOn: new Date().toISOString().slice(0, 10),
      validationSplit: request.validation_split,
    };
    const turn = this.#turn.then(() => run(task));
    this.#turn = turn.catch(() => undefined);
    const answer = await turn;
    if (answer.kind === 'refused') throw refusalOf(answer.problems, own.length);
    return { learned: answer.learned, number };
  }

  async #keep(
    caller: Caller,
    learned: LearnedModel,
    number: number,
    promote: Promote,
  ): Promise<TrainResponseWire> {
    const { audit, models, versions, withinOrganization } = this.needs;
    const { card, manifest, model, plots } = learned;
    const figures = figuresOf(learned);
    const added = {
      number,
      version: manifest.version,
      model,
      manifest: `${JSON.stringify(manifest, null, 2)}\n`,
      card,
      plots,
      figures,
      createdBy: caller.userId,
    };
    const subject = { kind: 'model', id: manifest.version };
    return withinOrganization(caller.organizationId, async () => {
      await versions.hold();
      const before = this.#atWork(await versions.current());
      // What it was measured to be better than may have been taken from its work meanwhile.
      const isBetter = learned.verdict.isBetter && before === manifest.basedOn;
      const isPromoted = promote === 'always' || (promote === 'if-better' && isBetter);
      if (!(await versions.add(added))) throw new Refusal('model.training');
      audit.record(caller, { action: 'model.trained', subject, detail: { pairs: learned.pairs } });
      if (isPromoted) {
        await versions.promote(number, caller.userId);
        audit.record(caller, { action: 'model.promoted', subject });
        await afterCommit(async () => models.forget(caller.organizationId));
      }
      return {
        message: isPromoted
          ? `Model ${manifest.version} was trained and is at work from now on.`
          : `Model ${manifest.version} was trained; model ${before} stays at work.`,
        model_version: manifest.version,
        is_promoted: isPromoted,
        current_version: isPromoted ? manifest.version : before,
        ...figures,
      };
    });
  }

  /** @param current the one that was put to work last. @returns the version that is. */
  #atWork(current: ListedVersion | null): string {
    const { models, shippedManifest } = this.needs;
    return current !== null && models.isUsable(current) ? current.version : shippedManifest().version;
  }
}

function figuresOf(learned: LearnedModel): LearnedFiguresWire {
  const { metrics, statement, step, trainingSamples, validationSamples, verdict } = learned;
  const interval = ({ low, high }: { low: number; high: number }) => ({ low, high });
  return {
    accuracy: metrics.accuracy.value,
    precision: metrics.precision.value,
    recall: metrics.recall.value,
    f1: metrics.f1.value,
    auc: metrics.auc.value,
    intervals: {
      accuracy: interval(metrics.accuracy),
      precision: interval(metrics.precision),
      recall: interval(metrics.recall),
      f1: interval(metrics.f1),
      auc: interval(metrics.auc),
    },
    training_samples: trainingSamples,
    validation_samples: validationSamples,
    adapted: step,
    comparison: {
      is_better: verdict.isBetter,
      loss_saved: verdict.lossSaved.value,
      interval: interval(verdict.lossSaved),
      wrong_current: verdict.wrong.current,
      wrong_new: verdict.wrong.adapted,
      wrongly_approved_current: verdict.wronglyApproved.current,
      wrongly_approved_new: verdict.wronglyApproved.adapted,
    },
    statement,
  };
}

function versionToWire(version: ListedVersion, atWork: string, isUsable: boolean): ModelVersionWire {
  const manifest = JSON.parse(version.manifest) as ModelManifest;
  return {
    version: version.version,
    is_current: version.version === atWork,
    is_usable: isUsable,
    based_on: manifest.basedOn ?? null,
    trained_at: manifest.trainedAt,
    figures: version.figures,
  };
}
