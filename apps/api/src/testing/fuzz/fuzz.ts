// Sends generated requests to a running test application, as members of several organizations, and holds every answer
// to the OpenAPI document. The same seed sends the same requests, save for ids that answers made up.
import fc from 'fast-check';
import type { TestApp } from '../test-app.ts';
import type { TestMember, TestOrganization } from '../test-organization.ts';
import { type Answer, faultOf } from './answer-check.ts';
import { OPERATIONS } from './document.ts';
import { describe, type GeneratedRequest, requestsOf } from './requests.ts';

export interface FuzzReport {
  requests: number;
  /** Answers by status. */
  statuses: Record<number, number>;
  /** What was wrong, with the request that showed it. */
  faults: string[];
}

const ORGANIZATIONS = 3;
const KEPT_IDS = 20;
/** Requests at once: what one makes, another may remove in the same moment. */
const AT_ONCE = 4;

export async function fuzz(app: TestApp, options: { requests: number; seed: number }): Promise<FuzzReport> {
  const callers = new Callers(app);
  const known = new Map<string, string[]>();
  const report: FuzzReport = { requests: 0, statuses: {}, faults: [] };
  let next = 0;
  const send = async (): Promise<void> => {
    while (next < options.requests) {
      const turn = next++;
      const operation = OPERATIONS[turn % OPERATIONS.length]!;
      const seed = options.seed + turn;
      const [request] = fc.sample(requestsOf(operation, known), { numRuns: 1, seed });
      const answer = await answerTo(app, request!, await callers.headersFor(turn, operation.path));
      report.requests++;
      report.statuses[answer.status] = (report.statuses[answer.status] ?? 0) + 1;
      if (answer.status === 401) callers.replace(turn);
      const fault = faultOf(operation, answer);
      if (fault !== undefined) report.faults.push(`${fault} (turn ${turn}: ${describe(request!)})`);
      collectIds(answer.body, known);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, send));
  return report;
}

async function answerTo(
  app: TestApp,
  { body, headers, operation, target }: GeneratedRequest,
  credentials: Record<string, string>,
): Promise<Answer> {
  const response = await fetch(`${app.url}${target}`, {
    method: operation.method.toUpperCase(),
    headers: { ...headers, ...credentials, ...(body ? { 'Content-Type': body.contentType } : {}) },
    ...(body && operation.method !== 'get' ? { body: Buffer.from(body.text) } : {}),
  });
  const contentType = response.headers.get('content-type') ?? '';
  const text = await response.text();
  const isJson = /[/+]json\b/.test(contentType);
  return { status: response.status, contentType, body: isJson ? JSON.parse(text) : text };
}

/** Who asks: members of every role, keys, and now and then nobody. Who has been signed out is replaced. */
class Callers {
  private readonly organizations: (TestOrganization | undefined)[] = Array.from({ length: ORGANIZATIONS });

  constructor(private readonly app: TestApp) {}

  async headersFor(turn: number, path: string): Promise<Record<string, string>> {
    if (turn % 29 === 0) return {};
    const { apiKey, members } = await this.#organization(turn);
    if (turn % 7 === 0 && !path.startsWith('/auth')) return { 'X-API-Key': apiKey };
    const roles = Object.values<TestMember>(members);
    // Mostly the admin, who gets furthest.
    return turn % 3 === 0 ? roles[turn % roles.length]!.authorization : members.admin.authorization;
  }

  replace(turn: number): void {
    if (turn % 29 !== 0) this.organizations[turn % ORGANIZATIONS] = undefined;
  }

  async #organization(turn: number): Promise<TestOrganization> {
    const place = turn % ORGANIZATIONS;
    this.organizations[place] ??= await this.app.createOrganization();
    return this.organizations[place]!;
  }
}

/** Remembers every `…_id` of an answer under its name. */
function collectIds(value: unknown, known: Map<string, string[]>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, entry] of Object.entries(value)) {
    if (name.endsWith('_id') && typeof entry === 'string') {
      const ids = known.get(name) ?? [];
      known.set(name, [entry, ...ids.filter((id) => id !== entry)].slice(0, KEPT_IDS));
    } else collectIds(entry, known);
  }
}
