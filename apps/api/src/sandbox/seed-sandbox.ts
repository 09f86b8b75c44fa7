// Makes the sandbox anew: an organization of synthetic patients whose two months are uploaded, reconciled and settled by the
// API's own services, so that what a visitor sees is what the product does.
import { mkdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type JobWire, MAX_API_KEY_DAYS, type Role, RoleWire } from '@medspasync/schemas';
import type { Container } from '../container.ts';
import { type Caller, PERMISSIONS_OF_ROLE } from '../platform/identity/index.ts';
import type { Platform } from '../platform/platform.ts';
import { removeOrganization } from './remove-organization.ts';
import { type SandboxFiles, withSandboxFiles } from './render-files.ts';
import { keepSignIn, type SandboxSignIn } from './sandbox-sign-in.ts';

export const SANDBOX_ORGANIZATION_ID = '5a4db0c5-0000-4000-8000-000000000001';
const NAME = 'Lumière Med Spa';
const TIME_ZONE = 'America/New_York';

const ROLES = RoleWire.options;

const STAFF: Record<Role, string> = {
  admin: 'Amélie Laurent',
  manager: 'Marcus Reid',
  reviewer: 'Rosa Delgado',
  viewer: 'Vivian Cho',
};

/** A job of a thousand rows takes a second or two; much later, nobody is working on it. */
const JOB_TIMEOUT_MS = 60_000;
const POLL_INTERVAL_MS = 50;

/** Amounts in dollars. */
export interface SandboxReport {
  organization: string;
  job_id: string;
  rewards: number;
  pos: number;
  matches_found: number;
  review_required: number;
  no_matches: number;
  matched_amount: number;
  review_amount: number;
  unmatched_amount: number;
}

/**
 * Removes what is there and makes it again; running it twice leaves the same. The job is run by the worker of a
 * running backend. @throws outside development, and when no worker takes the job.
 */
export async function seedSandbox(
  platform: Platform,
  container: Container,
  today: Date,
): Promise<SandboxReport> {
  const { config, ownerUrl } = platform;
  if (config.environment !== 'development')
    throw new Error(`The sandbox is for development; ENVIRONMENT is ${config.environment}.`);
  const signIn = keepSignIn(config.localDir, SANDBOX_ORGANIZATION_ID);
  await removeOrganization(ownerUrl, SANDBOX_ORGANIZATION_ID);
  mkdirSync(config.http.incomingDir, { recursive: true });
  return withSandboxFiles(config.http.incomingDir, today, async (files) => {
    const admin = await createOrganization(container, files.locations, signIn);
    return reconcile(container, admin, files);
  });
}

async function createOrganization(
  { services }: Container,
  locations: readonly string[],
  { apiKey, email, password }: SandboxSignIn,
): Promise<Caller> {
  const members = ROLES.map((role) => ({
    email: role === 'admin' ? email : email.replace('@', `-${role}@`),
    displayName: STAFF[role],
    role,
    password,
  }));
  const { organizationId, userIds } = await services.organizations.create({
    organizationId: SANDBOX_ORGANIZATION_ID,
    name: NAME,
    isSandbox: true,
    locations: locations.map((name) => ({ name, timeZone: TIME_ZONE })),
    members,
  });
  const admin: Caller = {
    organizationId,
    userId: userIds[ROLES.indexOf('admin')]!,
    role: 'admin',
    sessionId: null,
    apiKeyId: null,
    permissions: new Set(PERMISSIONS_OF_ROLE.admin),
  };
  const permissions = [...admin.permissions];
  const wanted = { name: 'Sandbox', permissions, expires_in_days: MAX_API_KEY_DAYS };
  await services.apiKeys.create(admin, wanted, apiKey);
  return admin;
}

async function reconcile(
  { services }: Container,
  admin: Caller,
  files: SandboxFiles,
): Promise<SandboxReport> {
  const { jobs, results, settlements, uploads } = services;
  const read = new AbortController();
  const options = { preview: false };
  const rewards = await uploads.receive(admin, 'reward', files.rewards, options, read.signal);
  const pos = await uploads.receive(admin, 'pos', files.pos, options, read.signal);
  await uploads.receive(admin, 'reimbursement', files.reimbursements, options, read.signal);
  read.abort();
  const { job_id } = await jobs.start(admin, {
    reward_upload_id: rewards.upload.id,
    pos_upload_id: pos.upload.id,
    threshold: 0.95,
  });
  await finished('job', async () => {
    const { errors, status } = await jobs.get(admin, job_id);
    return { status, error: errors.join(' ') };
  });
  const { settlement_id } = await settlements.start(admin);
  await finished('settlement', () => settlements.get(admin, settlement_id));
  const { summary } = await results.page(admin, job_id, { page: 1, limit: 1 });
  return {
    organization: NAME,
    job_id,
    rewards: rewards.upload.transactionsCount,
    pos: pos.upload.transactionsCount,
    matches_found: summary.matches_found,
    review_required: summary.review_required,
    no_matches: summary.no_matches,
    matched_amount: summary.matched_amount,
    review_amount: summary.review_amount,
    unmatched_amount: summary.unmatched_amount,
  };
}

interface Look {
  status: JobWire['status'];
  error: string | null;
}

async function finished(what: string, look: () => Promise<Look>): Promise<void> {
  const deadline = Date.now() + JOB_TIMEOUT_MS;
  for (;;) {
    const { error, status } = await look();
    if (status === 'completed') return;
    if (status !== 'pending' && status !== 'processing')
      throw new Error(`The sandbox's ${what} has ${status}. ${error ?? ''}`);
    if (Date.now() > deadline)
      throw new Error(`No worker finished the sandbox's ${what}: is the backend running?`);
    await sleep(POLL_INTERVAL_MS);
  }
}
