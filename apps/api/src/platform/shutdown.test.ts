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

test('what a start is still opening is opened, then closed', async () => {
  const closed: string[] = [];
  const shutdown = new Shutdown(createLogger({ level: 'silent', process: 'test' }));
  let reach = (): void => undefined;
  const reached = new Promise<void>((resolve) => {
    reach = resolve;
  });
  const started = shutdown.whileStarting(async () => {
    shutdown.add('database', () => closed.push('database'));
    await reached;
    shutdown.add('queue', () => closed.push('queue'));
  });
  const done = shutdown.close();
  reach();
  await Promise.all([started, done]);
  expect(closed).toEqual(['queue', 'database']);
});

test('a start that fails is told of, and what it had opened is closed', async () => {
  const closed: string[] = [];
  const shutdown = new Shutdown(createLogger({ level: 'silent', process: 'test' }));
  const started = shutdown.whileStarting(async () => {
    shutdown.add('database', () => closed.push('database'));
    throw new Error('no queue');
  });
  await expect(started).rejects.toThrow('no queue');
  await shutdown.close();
  expect(closed).toEqual(['database']);
});
