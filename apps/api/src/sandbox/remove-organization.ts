// Takes an organization away with everything that belongs to it, its people included. As the schema's owner: the
// application's role may not delete people.
import pg from 'pg';

/** Files and jobs first: they refer to each other in ways that a cascade would check row by row. */
const STATEMENTS = [
  'DELETE FROM jobs WHERE organization_id = $1',
  'DELETE FROM uploads WHERE organization_id = $1',
  `DELETE FROM users u USING memberships m WHERE m.organization_id = $1 AND m.user_id = u.id
     AND NOT EXISTS (SELECT FROM memberships o WHERE o.user_id = u.id AND o.organization_id <> $1)`,
  'DELETE FROM organizations WHERE id = $1',
];

/** The worker may be writing to the same rows, in another order; PostgreSQL then ends one of the two, which may be this one. */
const ATTEMPTS = 5;
const DEADLOCK_DETECTED = '40P01';

export async function removeOrganization(ownerUrl: string, organizationId: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await removeOnce(ownerUrl, organizationId);
    } catch (error) {
      const isDeadlock = error instanceof pg.DatabaseError && error.code === DEADLOCK_DETECTED;
      if (!isDeadlock || attempt === ATTEMPTS) throw error;
    }
  }
}

async function removeOnce(ownerUrl: string, organizationId: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'medspasync sandbox' });
  await owner.connect();
  try {
    await owner.query('BEGIN');
    // Row-level security is forced on the owner too, unless it is a superuser.
    await owner.query("SELECT set_config('app.organization_id', $1, true)", [organizationId]);
    for (const statement of STATEMENTS) await owner.query(statement, [organizationId]);
    await owner.query('COMMIT');
  } finally {
    // An open transaction ends with its connection.
    await owner.end();
  }
}
