import { readFileSync } from 'node:fs';
import path from 'node:path';
import { SERVICES, withNeeds } from './services.mjs';

test.each(
  SERVICES.filter(({ name }) => name !== 'backend'),
)('$name is served on the port that its workspace declares, on IPv4', ({ directory, script, port }) => {
  const { scripts } = JSON.parse(readFileSync(path.join(directory, 'package.json'), 'utf8'));
  expect(scripts[script]).toContain(`--port ${port}`);
  expect(scripts[script]).toMatch(/127\.0\.0\.1/);
});

test('the ports and names are those that the documentation promises', () => {
  expect(SERVICES.map(({ name, port }) => [name, port])).toEqual([
    ['backend', 8000],
    ['main-frontend', 3000],
    ['demo-frontend', 3001],
    ['next-demo', 3002],
    ['marketing-page', 3003],
  ]);
});

test('the web apps bring the backend with them; the public pages stand alone', () => {
  expect(withNeeds(SERVICES, ['demo-frontend']).map(({ name }) => name)).toEqual([
    'backend',
    'demo-frontend',
  ]);
  expect(withNeeds(SERVICES, ['marketing-page']).map(({ name }) => name)).toEqual(['marketing-page']);
});
