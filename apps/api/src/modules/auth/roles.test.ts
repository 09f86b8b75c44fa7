import { type Role, RoleWire } from '@medspasync/schemas';
import openapi from '../../generated/openapi.json' with { type: 'json' };
import { isPermission, PERMISSIONS_OF_ROLE } from '../../platform/identity/index.ts';
import { startTestApp, type TestApp, type TestOrganization } from '../../testing/index.ts';

let app: TestApp;
let spa: TestOrganization;
beforeAll(async () => {
  app = await startTestApp();
  spa = await app.createOrganization();
});
afterAll(() => app.close());

const ID = '00000000-0000-4000-8000-000000000000';

const guarded = Object.entries(openapi.paths).flatMap(([path, methods]) =>
  Object.entries(methods as Record<string, { 'x-permissions'?: string[] }>).flatMap(([method, operation]) => {
    const permissions = operation['x-permissions'] ?? [];
    return permissions.length === 0 ? [] : [{ method, path: path.replace(/\{\w+\}/g, ID), permissions }];
  }),
);

const may = (role: Role, permissions: readonly string[]): boolean =>
  permissions.every((permission) => (PERMISSIONS_OF_ROLE[role] as readonly string[]).includes(permission));

test('every permission a route asks for is in the table, so somebody has it', () => {
  expect(guarded.length).toBeGreaterThan(5);
  expect(guarded.flatMap(({ permissions }) => permissions).filter((name) => !isPermission(name))).toEqual([]);
});

test.each(RoleWire.options)('the role %s gets into its routes, and into no other', async (role) => {
  for (const { method, path, permissions } of guarded) {
    const { body, status } = await app.http[method as 'get'](path).set(spa.members[role].authorization);
    const wasRefused = status === 403 && body.code === 'auth.forbidden';
    expect([role, method, path, wasRefused]).toEqual([role, method, path, !may(role, permissions)]);
    expect(status).not.toBe(401);
  }
});
