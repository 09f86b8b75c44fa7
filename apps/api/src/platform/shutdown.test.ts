import { createLogger } from './logging/index.ts';
import { Shutdown } from './shutdown.ts';

test('what was opened last closes first, once, even when a step fails', async () => {
  const closed: string[] = [];
  const shutdown = new Shutdown(createLogger({ level: 'silent', process: 'test' }));
  shutdown.add('database', () => closed.push('database'));
  shutdown.add('queue', () => {
    throw new Error('queue is gone');
  });
  shutdown.add('http', async () => closed.push('http'));
  await Promise.all([shutdown.close(), shutdown.close()]);
  expect(closed).toEqual(['http', 'database']);
});
