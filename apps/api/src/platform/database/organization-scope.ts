// The gate of tenancy: work runs in one transaction that row-level security binds to one organization.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource, EntityManager } from 'typeorm';

/** What runs SQL in the open transaction. */
export type Statements = Pick<EntityManager, 'query'>;

interface Scope {
  organizationId: string;
  statements: Statements;
  /** None in a thread that was lent the transaction of another. */
  entityManager: EntityManager | undefined;
  lastWork: (() => Promise<void>)[];
  afterwards: (() => Promise<void>)[];
  inAnyCase: (() => Promise<void>)[];
  /** How what is kept outside of the database is taken back with a step, the latest last. */
  takingBack: (() => void)[];
  /** What broke off a call that had joined: its half-done work must not be committed by whoever opened the scope. */
  broken: unknown;
}

const current = new AsyncLocalStorage<Scope>();

/**
 * Runs `work` in one transaction of one organization; everything it awaits sees only that organization's rows.
 * Inside a scope of the same organization it joins the transaction that is open. A throw rolls everything back, also one
 * that the outer work catches.
 * @throws when called inside a scope of another organization.
 */
export type WithinOrganization = <T>(organizationId: string, work: () => Promise<T>) => Promise<T>;

export const withinOrganizationOf =
  (dataSource: DataSource): WithinOrganization =>
  (organizationId, work) => {
    const outer = current.getStore();
    if (outer?.organizationId === organizationId) return joined(outer, work);
    if (outer) throw new Error('a transaction of one organization cannot reach into another');
    return opened(dataSource, organizationId, work);
  };

async function joined<T>(outer: Scope, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    outer.broken ??= error;
    throw error;
  }
}

async function opened<T>(dataSource: DataSource, organizationId: string, work: () => Promise<T>): Promise<T> {
  const afterwards: (() => Promise<void>)[] = [];
  const inAnyCase: (() => Promise<void>)[] = [];
  const transaction = dataSource.transaction(async (entityManager) => {
    // Local to the transaction: a pooled connection never carries it to its next user.
    await entityManager.query("SELECT set_config('app.organization_id', $1, true)", [organizationId]);
    const scope: Scope = {
      organizationId,
      statements: entityManager,
      entityManager,
      lastWork: [],
      afterwards,
      inAnyCase,
      takingBack: [],
      broken: undefined,
    };
    return current.run(scope, async () => {
      const result = await work();
      if (scope.broken) throw scope.broken;
      for (const last of scope.lastWork) await last();
      return result;
    });
  });
  const done = await transaction.finally(async () => {
    for (const next of inAnyCase) await next();
  });
  for (const next of afterwards) await next();
  return done;
}

function scope(): Scope {
  const open = current.getStore();
  if (!open) throw new Error('no organization: call this inside withinOrganization(organizationId, work)');
  return open;
}

/**
 * Runs `work` in a transaction that somebody else has open, in a thread that has no connection: what that thread's repositories
 * ask for goes to `statements`.
 */
export const withLentTransaction = <T>(
  organizationId: string,
  statements: Statements,
  work: () => Promise<T>,
): Promise<T> =>
  current.run(
    {
      organizationId,
      statements,
      entityManager: undefined,
      lastWork: [],
      afterwards: [],
      inAnyCase: [],
      takingBack: [],
      broken: undefined,
    },
    work,
  );

/** The open transaction; repositories do all their work through it. @throws outside of a scope. */
export function currentEntityManager(): EntityManager {
  const { entityManager } = scope();
  if (!entityManager) throw new Error('a lent transaction runs statements only: use currentStatements()');
  return entityManager;
}

/** The same for repositories that also work in a thread, in a transaction that was lent to it. @throws outside of a scope. */
export const currentStatements = (): Statements => scope().statements;

/** The organization of the open transaction. @throws outside of a scope. */
export const currentOrganizationId = (): string => scope().organizationId;

/**
 * Runs `work` as the last thing before the open transaction commits: for what takes a lock that everybody needs. When it
 * throws, everything is rolled back; when the transaction is rolled back, it never runs. @throws outside of a scope.
 */
export const beforeCommit = (work: () => Promise<void>): void => {
  scope().lastWork.push(work);
};

/**
 * Runs `work` once what the open transaction wrote can be seen by others, or now when none is open: for telling other
 * processes. It does not run when the transaction is rolled back.
 */
export async function afterCommit(work: () => Promise<void>): Promise<void> {
  const open = current.getStore();
  if (open) open.afterwards.push(work);
  else await work();
}

/**
 * Runs `work` once the open transaction has ended, committed or rolled back, or now when none is open: for what must stay
 * known of a refusal. It works in a transaction of its own.
 */
export async function whateverBecomes(work: () => Promise<void>): Promise<void> {
  const open = current.getStore();
  if (open) open.inAnyCase.push(work);
  else await work();
}

/**
 * Runs `work` as one step of the open transaction: when it throws, only the step is rolled back, and the transaction goes
 * on. @throws what `work` throws; outside of a scope.
 */
export async function asOneStep<T>(work: () => Promise<T>): Promise<T> {
  const open = scope();
  const { broken } = open;
  const afterwards = open.afterwards.length;
  const takingBack = open.takingBack.length;
  await open.statements.query('SAVEPOINT step');
  try {
    const result = await work();
    await open.statements.query('RELEASE SAVEPOINT step');
    return result;
  } catch (error) {
    await open.statements.query('ROLLBACK TO SAVEPOINT step; RELEASE SAVEPOINT step');
    open.broken = broken;
    open.afterwards.length = afterwards;
    while (open.takingBack.length > takingBack) open.takingBack.pop()!();
    throw error;
  }
}

/** Runs `work` when the step that is open is rolled back: for what the transaction keeps outside of the database. */
export const whenTakenBack = (work: () => void): void => {
  scope().takingBack.push(work);
};
