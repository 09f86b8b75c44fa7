import express, { type Express } from 'express';
import supertest from 'supertest';
import { JsonEntries } from '../json-entries.ts';
import { type Streamed, sendJson } from './streamed-answers.ts';

interface Answer {
  name: string;
  rows: { n: number }[];
  note?: string;
}

/** In pieces of no to six rows. */
async function* rows(count: number, failAt = Number.POSITIVE_INFINITY) {
  for (let n = 0, piece = 0; n < count; piece += 1) {
    if (n >= failAt) throw new Error('the database went away');
    const length = Math.min(piece % 7, count - n);
    yield Array.from({ length }, (_, index) => ({ n: n + index }));
    n += length;
  }
}

function appThatSends(answer: Streamed<Answer>): Express {
  const app = express();
  app.get('/', async (_request, response) => {
    await sendJson<Answer>(response, answer).catch(() => {
      if (!response.headersSent) response.status(500).json({ code: 'internal.error' });
    });
  });
  return app;
}

test.each([
  0, 1, 20_000,
])('a list of %i that is read while it is sent arrives as any other', async (count) => {
  const app = appThatSends({ name: 'Glow', rows: rows(count), note: undefined });
  const { body, headers } = await supertest(app).get('/').expect(200);
  expect(headers['content-type']).toBe('application/json; charset=utf-8');
  expect(body).toEqual({ name: 'Glow', rows: Array.from({ length: count }, (_, n) => ({ n })) });
});

test('what goes wrong within the first megabyte can still be told', async () => {
  const app = appThatSends({ name: 'Glow', rows: rows(50_000, 40_000) });
  const { body } = await supertest(app).get('/').expect(500);
  expect(body).toEqual({ code: 'internal.error' });
});

test('a longer answer that breaks off is not taken for a whole one', async () => {
  const app = appThatSends({ name: 'Glow', rows: rows(500_000, 400_000) });
  await expect(supertest(app).get('/')).rejects.toThrow(/aborted|hang up|reset/i);
});

test('many who wait for the end of an answer are not taken for a leak', async () => {
  let spare = Number.NaN;
  const app = express();
  app.get('/', async (_request, response) => {
    for (let middleware = 0; middleware < 10; middleware += 1) response.once('close', () => undefined);
    async function* rowsWhileSending() {
      yield* rows(300_000);
      spare = response.getMaxListeners() - response.listenerCount('close');
    }
    await sendJson<Answer>(response, { name: 'Glow', rows: rowsWhileSending() });
  });
  await supertest(app).get('/').expect(200);
  expect(spare).toBeGreaterThanOrEqual(0);
});

test('entries that are JSON already go out among those that are not', async () => {
  async function* mixed() {
    yield [{ n: 0 }];
    yield new JsonEntries(JsonEntries.of([{ n: 1 }, { n: 2 }]));
    yield [];
    yield [{ n: 3 }];
  }
  const { body } = await supertest(appThatSends({ name: 'Glow', rows: mixed() }))
    .get('/')
    .expect(200);
  expect(body.rows).toEqual([{ n: 0 }, { n: 1 }, { n: 2 }, { n: 3 }]);
});
