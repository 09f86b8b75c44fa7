import { safeError } from './logger.ts';

test('a database error is logged without the values it carries', () => {
  const error = Object.assign(new Error('invalid input syntax: "Sarah Johnson"'), {
    code: '22P02',
    severity: 'ERROR',
    detail: 'Key (email)=(sarah@example.com) already exists.',
    parameters: ['sarah@example.com'],
  });
  const logged = JSON.stringify(safeError(error));
  expect(logged).toContain('22P02');
  expect(logged).not.toMatch(/sarah/i);
});

test('our own errors keep their message and cause', () => {
  const logged = safeError(new Error('queue is gone', { cause: new Error('socket closed') }));
  expect(logged).toMatchObject({ message: 'queue is gone', cause: { message: 'socket closed' } });
});
