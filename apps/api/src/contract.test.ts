// The whole API against its own OpenAPI document.

import { faultsOfValue } from './testing/fuzz/answer-check.ts';
import { nameOf, OPERATIONS } from './testing/fuzz/document.ts';
import { fuzz } from './testing/fuzz/fuzz.ts';
import { startTestApp, type TestApp } from './testing/index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ withWorker: true });
});
afterAll(() => app.close());

test('every operation has a name of its own and says what it does', () => {
  const ids = OPERATIONS.map(({ operationId }) => operationId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(OPERATIONS.filter(({ description }) => !description).map(nameOf)).toEqual([]);
});

test('every operation documents its success and its problems', () => {
  for (const operation of OPERATIONS) {
    const statuses = Object.keys(operation.responses);
    expect([nameOf(operation), statuses.some((status) => /^2\d\d$/.test(status))]).toEqual([
      nameOf(operation),
      true,
    ]);
    expect(operation.responses.default?.content).toHaveProperty(['application/problem+json']);
  }
});

test('every JSON body has an example that its schema allows, in requests and in answers', () => {
  const faults = OPERATIONS.flatMap((operation) =>
    [
      operation.requestBody?.content,
      ...Object.values(operation.responses).map(({ content }) => content),
    ].flatMap((content) => {
      const json = content?.['application/json'];
      if (!json) return [];
      if (json.example === undefined) return [`${nameOf(operation)} has none`];
      return faultsOfValue(json.schema!, json.example).map((fault) => `${nameOf(operation)} ${fault}`);
    }),
  );
  expect(faults).toEqual([]);
});

test('generated requests, right and wrong, get no server error and nothing that is not documented', async () => {
  const report = await fuzz(app, { requests: 800, seed: 1 });
  expect(report.faults).toEqual([]);
  expect(report.requests).toBe(800);
}, 600_000);
