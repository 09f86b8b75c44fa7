// What others do while a model is trained, and after the database was set back.
import { randomUUID } from 'node:crypto';
import { transactionToWire } from '@medspasync/schemas';
import { generateBooks } from '@medspasync/test-kit';
import pg from 'pg';
import {
  startTestApp,
  type TestApp,
  type TestOrganization,
  untilSomebodyWaits,
} from '../../testing/index.ts';
import { ModelVersionsRepository } from './model-versions.repository.ts';

let app: TestApp;
let spa: TestOrganization;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  spa = await app.createOrganization();
});

/** As many matches as strangers. @param seed of the books they are from. */
function labelledPairs(seed: number, count = 40) {
  const books = generateBooks({ seed, rewards: count * 2, process: 'migration', difficulty: 'hard' });
  const pairs = books.truth
    .filter(({ copyOf, posIndexes }) => copyOf === undefined && posIndexes.length === 1)
    .map(({ posIndexes, rewardIndex }) => ({
      reward_transaction: transactionToWire(books.rewards[rewardIndex]!),
      pos_transaction: transactionToWire(books.pos[posIndexes[0]!]!),
    }));
  return pairs.slice(0, count / 2).flatMap((pair, index) => [
    { ...pair, is_match: true },
    { ...pair, pos_transaction: pairs.at(-1 - index)!.pos_transaction, is_match: false },
  ]);
}

const train = (request: object, to = app, organization = spa) =>
  to.http.post('/model/train').set(organization.members.admin.authorization).send(request);
/** Where the model at work starts from, before it compares anything. */
const startOfSum = async () => {
  const { is_match: _, ...pair } = labelledPairs(77)[0]!;
  const { body } = await app.http
    .post('/predict')
    .set(spa.members.reviewer.authorization)
    .send({ ...pair, include_features: true })
    .expect(200);
  return body.explanation.base_log_odds;
};

/** Of a spa whose tills show what is left after a reward: the shipped model has more to learn there. */
const pairsToLearnFrom = labelledPairs(77, 600).map(({ is_match, pos_transaction, reward_transaction }) => {
  const amount = is_match ? Math.round(reward_transaction.amount * 70) / 100 : pos_transaction.amount;
  return { is_match, reward_transaction, pos_transaction: { ...pos_transaction, amount } };
});

test('a model that is better than the one at work is put to work', async () => {
  const { body } = await train({ training_data: pairsToLearnFrom }).expect(200);
  expect(body).toMatchObject({ is_promoted: true, comparison: { is_better: true } });
  const { body: model } = await app.http.get('/model/info').set(spa.members.viewer.authorization).expect(200);
  expect(model.version).toBe(body.model_version);
});

test('a model is not put to work for being better than one that another has replaced meanwhile', async () => {
  const { body: first } = await train({ training_data: labelledPairs(78), promote: 'never' }).expect(200);
  const versions = new ModelVersionsRepository();
  const { training, waiting } = await app.platform.database.withinOrganization(
    spa.organizationId,
    async () => {
      await versions.hold();
      const training = train({ training_data: pairsToLearnFrom });
      const answered = training.then(() => undefined);
      // It has learned, and is about to be kept.
      await untilSomebodyWaits();
      await versions.promote(1, spa.members.admin.userId);
      return { training, waiting: answered };
    },
  );
  await waiting;
  const { body } = await training;
  expect(body).toMatchObject({
    is_promoted: false,
    current_version: first.model_version,
    message: expect.stringContaining(`model ${first.model_version} stays at work`),
    comparison: { is_better: true },
  });
});

test('a model that bears the number of one from before the database was set back is read anew', async () => {
  const teach = async (seed: number) =>
    (await train({ training_data: labelledPairs(seed), promote: 'always' }).expect(200)).body.model_version;
  const version = await teach(77);
  const before = await startOfSum();
  const owner = new pg.Client({ connectionString: app.databaseUrl });
  await owner.connect();
  await owner.query('DELETE FROM model_promotions WHERE organization_id = $1', [spa.organizationId]);
  await owner.query('DELETE FROM model_versions WHERE organization_id = $1', [spa.organizationId]);
  await owner.end();
  expect(await teach(78)).toBe(version);
  expect(await startOfSum()).not.toBe(before);
});

test('while a model is trained under a key, the connections are everybody else’s', async () => {
  const small = await startTestApp({ environment: { DB_POOL_SIZE: '1' } });
  try {
    const organization = await small.createOrganization();
    const answers = await Promise.all(
      [77, 78].map((seed) =>
        train({ training_data: labelledPairs(seed) }, small, organization).set(
          'Idempotency-Key',
          randomUUID(),
        ),
      ),
    );
    // Else the second would have waited for the only connection until the first was done, and then trained, too.
    expect(answers.map(({ body, status }) => [status, body.code]).sort()).toEqual([
      [200, undefined],
      [409, 'model.training'],
    ]);
  } finally {
    await small.close();
  }
});
