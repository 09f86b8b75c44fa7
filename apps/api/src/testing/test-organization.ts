// An organization with one member of each role, all signed in, written straight into the tables.
import { randomUUID } from 'node:crypto';
import type { Role } from '@medspasync/schemas';
import { hashPassword } from '../platform/crypto/index.ts';
import { currentEntityManager } from '../platform/database/index.ts';
import { createApiKey, PERMISSIONS_OF_ROLE } from '../platform/identity/index.ts';
import type { Platform } from '../platform/platform.ts';

export interface TestMember {
  userId: string;
  sessionId: string;
  email: string;
  accessToken: string;
  /** For supertest's `.set(...)`. */
  authorization: { Authorization: string };
}

export interface TestOrganization {
  organizationId: string;
  name: string;
  members: Record<Role, TestMember>;
  /** With every permission of the admin who made it. */
  apiKey: string;
}

/** Of the password that every member has. */
export const TEST_PASSWORD = 'correct horse battery staple';
const passwordHash = hashPassword(TEST_PASSWORD);

const ROLES: readonly Role[] = ['admin', 'manager', 'reviewer', 'viewer'];

export async function createTestOrganization(
  platform: Platform,
  name = 'Glow Spa',
): Promise<TestOrganization> {
  const organizationId = randomUUID();
  const { key, hash } = createApiKey(organizationId);
  const members = await platform.database.withinOrganization(organizationId, async () => {
    await insert('organizations', { id: organizationId, name });
    const entries: [Role, TestMember][] = [];
    for (const role of ROLES) entries.push([role, await addMember(platform, organizationId, role)]);
    const byRole = Object.fromEntries(entries) as Record<Role, TestMember>;
    await insert('api_keys', {
      organization_id: organizationId,
      id: randomUUID(),
      name: 'test',
      key_hash: hash,
      permissions: PERMISSIONS_OF_ROLE.admin,
      created_by: byRole.admin.userId,
    });
    return byRole;
  });
  return { organizationId, name, members, apiKey: key };
}

async function addMember(platform: Platform, organizationId: string, role: Role): Promise<TestMember> {
  const [userId, sessionId] = [randomUUID(), randomUUID()];
  const email = `${role}.${userId}@spa.test`;
  await insert('memberships', { organization_id: organizationId, user_id: userId, role });
  await insert('users', {
    id: userId,
    email,
    display_name: `The ${role}`,
    password_hash: await passwordHash,
  });
  const expiresAt = new Date(Date.now() + 3_600_000);
  await insert('sessions', {
    organization_id: organizationId,
    id: sessionId,
    user_id: userId,
    expires_at: expiresAt,
  });
  const accessToken = await platform.tokens.sign({ userId, organizationId, sessionId });
  return { userId, sessionId, email, accessToken, authorization: { Authorization: `Bearer ${accessToken}` } };
}

/** Inserts a row through the open transaction, so row-level security judges it as it would the application's. */
export async function insert(table: string, row: Record<string, unknown>): Promise<void> {
  const columns = Object.keys(row);
  const places = columns.map((_, index) => `$${index + 1}`);
  const statement = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')})`;
  await currentEntityManager().query(statement, Object.values(row));
}
