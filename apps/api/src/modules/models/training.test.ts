import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { transactionToWire } from '@medspasync/schemas';
import { generateBooks } from '@medspasync/test-kit';
import { currentEntityManager } from '../../platform/database/index.ts';
import {
  insert,
  reconcileToEnd,
  startTestApp,
  type TestApp,
  type TestOrganization,
} from '../../testing/index.ts';

let app: TestApp;
let spa: TestOrganization;
let other: TestOrganization;
beforeAll(async () => {
  app = await startTestApp({ withWorker: true });
  [spa, other] = [await app.createOrganization(), await app.createOrganization('Zen')];
});
afterAll(() => app.close());

const books = generateBooks({ seed: 77, rewards: 60, process: 'migration', difficulty: 'hard' });

/** As many matches as strangers. */
function labelledPairs(count: number) {
  const sales = books.truth.filter(
    ({ copyOf, posIndexes }) => copyOf === undefined && posIndexes.length === 1,
  );
  const wire = sales.map(({ posIndexes, rewardIndex }) => ({
    reward: transactionToWire(books.rewards[rewardIndex]!),
    pos: transactionToWire(books.pos[posIndexes[0]!]!),
  }));
  return wire.slice(0, count / 2).flatMap(({ pos, reward }, i) => [
    { reward_transaction: reward, pos_transaction: pos, is_match: true },
    { reward_transaction: reward, pos_transaction: wire.at(-1 - i)!.pos, is_match: false },
  ]);
}

const train = (request: object, organization = spa) =>
  app.http.post('/model/train').set(organization.members.admin.authorization).send(request);
const get = (address: string, organization = spa) =>
  app.http.get(address).set(organization.members.viewer.authorization).expect(200);
const promote = (version: string, organization = spa) =>
  app.http
    .post(`/model/versions/${encodeURIComponent(version)}/promote`)
    .set(organization.members.admin.authorization);

test('ten pairs make a model that says how little it knows; the shipped one stays at work', async () => {
  const { body: before } = await get('/model/info');
  const { body } = await train({ training_data: labelledPairs(10) }).expect(200);
  expect(body).toMatchObject({
    message: expect.stringContaining(`model ${before.version} stays at work`),
    training_samples: 8,
    validation_samples: 2,
    model_version: `${before.version}-learned.1`,
    is_promoted: false,
    current_version: before.version,
    adapted: 'scale',
    statement: expect.stringContaining('too few'),
  });
  for (const figure of ['accuracy', 'precision', 'recall', 'f1', 'auc']) {
    expect(body[figure]).toBeGreaterThanOrEqual(body.intervals[figure].low);
    expect(body[figure]).toBeLessThanOrEqual(body.intervals[figure].high);
  }
  expect((await get('/model/info')).body).toEqual(before);
});

describe('a model that is put to work', () => {
  let shipped: string;
  let version: string;
  beforeAll(async () => {
    shipped = (await get('/model/info')).body.version;
    const trained = await train({ training_data: labelledPairs(40), promote: 'always' }).expect(200);
    expect(trained.body).toMatchObject({ is_promoted: true, adapted: 'scale' });
    version = trained.body.model_version;
  });

  test('scores this organization’s pairs at once, and nobody else’s', async () => {
    const [pair] = labelledPairs(2);
    const startOfSumFor = async (organization: TestOrganization) => {
      const { authorization } = organization.members.reviewer;
      const { reward_transaction, pos_transaction } = pair!;
      const asked = { reward_transaction, pos_transaction, include_features: true };
      const { body } = await app.http.post('/predict').set(authorization).send(asked).expect(200);
      return body.explanation.base_log_odds;
    };
    expect((await get('/model/info')).body.version).toBe(version);
    expect((await get('/model/info', other)).body.version).toBe(shipped);
    expect(await startOfSumFor(spa)).not.toBe(await startOfSumFor(other));
    expect((await get('/model/metrics')).body.held_out.pairs).toBe(40);
  });

  test('scores its jobs', async () => {
    const request = {
      reward_transactions: books.rewards.slice(0, 20).map(transactionToWire),
      pos_transactions: books.pos.slice(0, 20).map(transactionToWire),
    };
    const versionOf = async (organization: TestOrganization) => {
      const { jobId } = await reconcileToEnd(app, organization, request);
      const [job] = await app.platform.database.withinOrganization(organization.organizationId, () =>
        currentEntityManager().query<{ model_version: string }[]>(
          'SELECT model_version FROM jobs WHERE id = $1',
          [jobId],
        ),
      );
      return job!.model_version;
    };
    expect(await versionOf(spa)).toBe(version);
    expect(await versionOf(other)).toBe(shipped);
  });

  test('lies under the organization’s own directory, with its card and pictures', async () => {
    const models = path.join(app.platform.config.localDir, 'models');
    expect(await readdir(models)).toEqual([spa.organizationId]);
    const [taught, ...others] = await readdir(path.join(models, spa.organizationId));
    expect([taught, others]).toEqual([expect.stringMatching(`^${version}-[0-9a-f]{12}$`), []]);
    expect((await readdir(path.join(models, spa.organizationId, taught!))).sort()).toEqual([
      'card.md',
      'contributions.svg',
      'manifest.json',
      'model.onnx',
      'precision-recall.svg',
      'reliability.svg',
    ]);
  });

  test('is listed with its figures, for this organization only', async () => {
    const { body } = await get('/model/versions');
    expect(body.current_version).toBe(version);
    expect(body.versions.map((one: { version: string }) => one.version)).toEqual([
      version,
      `${shipped}-learned.1`,
      shipped,
    ]);
    expect(body.versions[0]).toMatchObject({ is_current: true, is_usable: true, based_on: shipped });
    expect((await get('/model/versions', other)).body.versions).toHaveLength(1);
    await promote(version, other).expect(404);
  });

  test('can be taken back, to the shipped one and to an older one', async () => {
    const { body } = await promote(shipped).expect(200);
    expect(body.current_version).toBe(shipped);
    expect((await get('/model/info')).body.version).toBe(shipped);
    await promote(`${shipped}-learned.1`).expect(200);
    expect((await get('/model/info')).body.version).toBe(`${shipped}-learned.1`);
    const { body: log } = await app.http
      .get('/audit?limit=10')
      .set(spa.members.admin.authorization)
      .expect(200);
    const actions = log.events.map(({ action }: { action: string }) => action);
    expect(actions).toEqual(expect.arrayContaining(['model.promoted', 'model.rolled_back', 'model.trained']));
  });

  test('of another release is left aside, and cannot be promoted', async () => {
    const organization = await app.createOrganization('Old');
    const { organizationId, members } = organization;
    await app.platform.database.withinOrganization(organizationId, async () => {
      const created_by = members.admin.userId;
      await insert('model_versions', {
        organization_id: organizationId,
        number: 1,
        version: '0.1.0-learned.1',
        model: Buffer.of(),
        manifest: JSON.stringify({ version: '0.1.0-learned.1', plan: 'older/1', trainedAt: '2020-01-01' }),
        card: '',
        plots: {},
        figures: (await get('/model/versions')).body.versions[0].figures,
        created_by,
      });
      await insert('model_promotions', {
        organization_id: organizationId,
        number: 1,
        promoted_by: created_by,
      });
    });
    expect((await get('/model/info', organization)).body.version).toBe(shipped);
    expect((await get('/model/versions', organization)).body).toMatchObject({
      current_version: shipped,
      versions: [{ is_usable: false, is_current: false }, { is_current: true }],
    });
    await promote('0.1.0-learned.1', organization).expect(409);
  });
});

test('decisions of people are pairs to learn from', async () => {
  const organization = await app.createOrganization('Reviewed');
  const request = {
    reward_transactions: books.rewards.map(transactionToWire),
    pos_transactions: books.pos.map(transactionToWire),
  };
  const { jobId, rows } = await reconcileToEnd(app, organization, request);
  const decidable = rows
    .filter((row) => row.reward_transaction && row.pos_transactions.length > 0)
    .slice(0, 14);
  for (const [i, { result_id }] of decidable.entries()) {
    await app.http
      .post(`/reconcile/jobs/${jobId}/results/${result_id}/decision`)
      .set(organization.members.reviewer.authorization)
      .send({ verdict: i % 3 === 0 ? 'rejected' : 'approved' })
      .expect(200);
  }
  const { body } = await train({ include_decisions: true }, organization).expect(200);
  expect(body.training_samples + body.validation_samples).toBeGreaterThanOrEqual(14);
  const refused = await train({ include_decisions: true }, await app.createOrganization('Empty')).expect(422);
  expect(refused.body.errors).toEqual([
    { field: 'training_data', message: 'must be at least 10; there are 0' },
  ]);
});

test('the same request under one key trains once', async () => {
  const organization = await app.createOrganization('Twice');
  const send = () =>
    train({ training_data: labelledPairs(10) }, organization)
      .set('Idempotency-Key', 'k')
      .expect(200);
  const [first, second] = [await send(), await send()];
  expect(second.body).toEqual(first.body);
  expect((await get('/model/versions', organization)).body.versions).toHaveLength(2);
});

test('only who may train trains', async () => {
  for (const role of ['viewer', 'reviewer', 'manager'] as const) {
    const { authorization } = spa.members[role];
    await app.http.post('/model/train').set(authorization).send({ training_data: [] }).expect(403);
    await app.http.post('/model/versions/1/promote').set(authorization).expect(403);
  }
});

describe('what cannot be learned from is a 422', () => {
  const fieldsOf = async (request: object): Promise<string[]> => {
    const { body } = await train(request).expect(422);
    return body.errors.map(({ field }: { field: string }) => field);
  };
  const data = labelledPairs(12);

  test('that names every bad field of every row', async () => {
    const [first, second, third, fourth, ...rest] = data;
    const bad = [
      first,
      { ...second, is_match: 'yes' },
      { ...third, reward_transaction: { ...third!.reward_transaction, date: 'soon' } },
      { ...fourth, pos_transaction: { ...fourth!.pos_transaction, amount: -5 } },
      ...rest,
    ];
    expect((await fieldsOf({ training_data: bad, validation_split: 0.9, promote: 'maybe' })).sort()).toEqual([
      'promote',
      'training_data[1].is_match',
      'training_data[2].reward_transaction.date',
      'training_data[3].pos_transaction.amount',
      'validation_split',
    ]);
  });

  test('that names dates which only the importer can read', async () => {
    const [first, ...rest] = data;
    const bad = { ...first, pos_transaction: { ...first!.pos_transaction, date: '2024-02-31' } };
    expect(await fieldsOf({ training_data: [bad, ...rest] })).toEqual([
      'training_data[0].pos_transaction.date',
    ]);
  });

  test('that says fewer than ten, one label only, and both labels for one pair', async () => {
    const matches = data.filter(({ is_match }) => is_match);
    expect(await fieldsOf({ training_data: matches.slice(0, 5) })).toEqual([
      'training_data',
      'training_data',
    ]);
    const twice = [...data, { ...data[4]!, is_match: !data[4]!.is_match }];
    expect(await fieldsOf({ training_data: twice })).toEqual(['training_data[12].is_match']);
  });

  test('and keeps nothing', async () => {
    const organization = await app.createOrganization('Refused');
    await train({ training_data: data.slice(0, 4) }, organization).expect(422);
    expect((await get('/model/versions', organization)).body.versions).toHaveLength(1);
  });
});
