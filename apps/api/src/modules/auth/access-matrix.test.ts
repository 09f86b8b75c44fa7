// Every operation of the document × every role, nobody, an API key, and another organization. An operation without a row
// in the table fails, and so does a path with an id of a kind nobody has made here.
import { randomUUID } from 'node:crypto';
import { type Role, RoleWire } from '@medspasync/schemas';
import pg from 'pg';
import openapi from '../../generated/openapi.json' with { type: 'json' };
import { isPermission } from '../../platform/identity/index.ts';
import { ACCESS } from '../../testing/access-matrix.ts';
import {
  insert,
  reconcileToEnd,
  startTestApp,
  type TestApp,
  type TestOrganization,
  untilSettled,
} from '../../testing/index.ts';

interface Operation {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  template: string;
  id: string;
  isSecured: boolean;
  permissions: string[];
  /** Ids in the path. */
  ids: string[];
  /** Of its JSON body. */
  example: object | undefined;
  bodyFields: string[];
}

interface DocumentOperation {
  operationId: string;
  security?: object[];
  'x-permissions'?: string[];
  requestBody?: { content: Record<string, { schema?: { $ref?: string }; example?: object }> };
}

const schemas = openapi.components.schemas as Record<string, { properties?: object }>;

const operations: Operation[] = Object.entries(openapi.paths).flatMap(([template, methods]) =>
  Object.entries(methods as unknown as Record<string, DocumentOperation>).map(([method, operation]) => {
    const json = operation.requestBody?.content['application/json'];
    const component = json?.schema?.$ref?.split('/').at(-1) ?? '';
    return {
      method: method as Operation['method'],
      template,
      id: operation.operationId,
      isSecured: (operation.security?.length ?? 0) > 0,
      permissions: operation['x-permissions'] ?? [],
      ids: [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!),
      example: json?.example,
      bodyFields: Object.keys(schemas[component]?.properties ?? {}),
    };
  }),
);
const secured = operations.filter(({ isSecured }) => isSecured);

const NOBODYS_ID = '00000000-0000-4000-8000-000000000000';

let app: TestApp;
let glow: TestOrganization;
let zen: TestOrganization;
beforeAll(async () => {
  app = await startTestApp({ withWorker: true });
  [glow, zen] = [await app.createOrganization('Glow'), await app.createOrganization('Zen')];
});
afterAll(() => app.close());

const send = ({ method, template }: Operation, ids: Record<string, string> = {}) =>
  app.http[method](template.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? NOBODYS_ID));

test('every operation has a row in the table, and every row an operation', () => {
  expect(operations.map(({ id }) => id).sort()).toEqual(Object.keys(ACCESS).sort());
});

test('the document secures all but what the table calls public', () => {
  const open = operations.filter(({ isSecured }) => !isSecured).map(({ id }) => id);
  expect(open.sort()).toEqual(
    Object.keys(ACCESS)
      .filter((id) => ACCESS[id] === 'public')
      .sort(),
  );
});

test('every permission an operation asks for exists, so somebody has it', () => {
  const unknown = operations.flatMap(({ permissions }) => permissions).filter((name) => !isPermission(name));
  expect(unknown).toEqual([]);
});

test('nobody gets in without a credential', async () => {
  for (const operation of secured) {
    const { status, body } = await send(operation);
    expect([operation.id, status, body.code]).toEqual([operation.id, 401, 'auth.required']);
  }
});

test.each(RoleWire.options)('the role %s gets into its operations, and into no other', async (role) => {
  for (const operation of secured) {
    const { status, body } = await send(operation).set(glow.members[role].authorization);
    const access = ACCESS[operation.id];
    const isMeant = access !== 'public' && access !== undefined && access.roles.includes(role);
    const wasRefused = status === 403 && body.code === 'auth.forbidden';
    expect([operation.id, role, !wasRefused]).toEqual([operation.id, role, isMeant]);
    expect([operation.id, role, status]).not.toEqual([operation.id, role, 401]);
  }
});

test('an API key with every permission gets in where keys are meant to, and nowhere else', async () => {
  for (const operation of secured) {
    const { status } = await send(operation).set('X-API-Key', glow.apiKey);
    const access = ACCESS[operation.id];
    const isMeant = access !== 'public' && access !== undefined && access.byKey;
    expect([operation.id, status !== 401]).toEqual([operation.id, isMeant]);
  }
});

describe('another organization', () => {
  /** One of each kind that an address or a body can name, all of Glow. */
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    const as = (role: Role) => glow.members[role].authorization;
    const { jobId, rows } = await reconcileToEnd(app, glow, {
      reward_transactions: [{ customer_name: 'Ana Reyes', amount: 40, date: '2026-03-01' }],
      pos_transactions: [{ customer_name: 'Ana Reyes', amount: 40, date: '2026-03-01' }],
      threshold: 0.9,
    });
    const upload = await app.http
      .post('/upload/pos-transactions')
      .set(as('admin'))
      .attach('file', Buffer.from('customer_name,amount,date\r\nAna Reyes,40.00,2026-03-01\r\n'), 'pos.csv')
      .expect(200);
    const post = async (path: string, body: object, role: Role = 'admin') =>
      (await app.http.post(path).set(as(role)).send(body).expect(201)).body;
    const key = await post('/auth/api-keys', { name: 'Key', permissions: ['health:read'] });
    const location = await post('/organizations/current/locations', { name: 'Quay', time_zone: 'UTC' });
    const invitation = await post('/organizations/current/invitations', {
      email: 'nina@glow.test',
      role: 'viewer',
    });
    const { userId, sessionId } = glow.members.manager;
    const member = `/organizations/current/members/${userId}`;
    await app.http.patch(member).set(as('admin')).send({ patient_access: false }).expect(200);
    const emergency = await post('/auth/break-glass', { reason: 'A claim is due today.' }, 'manager');
    const webhook = await post('/webhooks', {
      url: 'http://127.0.0.1:9/',
      events: ['exception.opened'],
    });
    const deliveryId = randomUUID();
    await app.platform.database.withinOrganization(glow.organizationId, () =>
      insert('webhook_deliveries', {
        organization_id: glow.organizationId,
        id: deliveryId,
        endpoint_id: webhook.webhook_id,
        type: 'webhook.test',
        payload: '{}',
        status: 'delivered',
      }),
    );
    const alias = await post('/aliases', { kind: 'alias', names: ['Ana Reyes', 'Ana Lind'] });
    const note = await app.http
      .post(`/reconcile/jobs/${jobId}/results/${rows[0]!.result_id}/notes`)
      .set(as('admin'))
      .send({ text: 'Seen.' })
      .expect(200);
    const remittance = await app.http
      .post('/upload/reimbursements?program=alle')
      .set(as('admin'))
      .attach('file', Buffer.from('Payment Date,Amount\r\n2026-04-01,40.00\r\n'), 'remittance.csv')
      .expect(200);
    const payments = await app.http.get('/reimbursements/payments').set(as('admin')).expect(200);
    expect(payments.body.payments[0].upload_id).toBe(remittance.body.upload_id);
    const settlement = await app.http.post('/reimbursements/settlements').set(as('admin')).expect(202);
    await untilSettled(app, glow, settlement.body.settlement_id);
    const period = await post('/periods', { month: '2025-11' });
    const version = 'taught-by-glow';
    await app.platform.database.withinOrganization(glow.organizationId, () =>
      insert('model_versions', {
        organization_id: glow.organizationId,
        number: 1,
        version,
        model: Buffer.from('a model'),
        manifest: '{}',
        card: '',
        plots: {},
        figures: {},
        created_by: glow.members.admin.userId,
      }),
    );
    Object.assign(ids, {
      version,
      upload_id: upload.body.upload_id,
      reward_upload_id: upload.body.upload_id,
      pos_upload_id: upload.body.upload_id,
      job_id: jobId,
      result_id: rows[0]!.result_id,
      alias_id: alias.alias_id,
      note_id: note.body.notes[0].note_id,
      api_key_id: key.api_key_id,
      location_id: location.location_id,
      invitation_id: invitation.invitation_id,
      user_id: userId,
      session_id: sessionId,
      webhook_id: webhook.webhook_id,
      delivery_id: deliveryId,
      break_glass_id: emergency.break_glass_id,
      period_id: period.period_id,
      payment_id: payments.body.payments[0].payment_id,
      settlement_id: settlement.body.settlement_id,
    });
  });

  /** A digest of every row of Glow, table by table. */
  async function rowsOfGlow(): Promise<Record<string, string>> {
    const client = new pg.Client({ connectionString: app.platform.ownerUrl });
    await client.connect();
    const { rows: tables } = await client.query<{ name: string }>(`
      SELECT attrelid::regclass::text AS name FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
      WHERE attname = 'organization_id' AND c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace`);
    const digests: Record<string, string> = {};
    for (const { name } of tables) {
      const { rows } = await client.query(
        `SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) AS digest FROM ${name} t WHERE organization_id = $1`,
        [glow.organizationId],
      );
      digests[name] = rows[0].digest;
    }
    await client.end();
    return digests;
  }

  test('finds nothing at an address with a foreign id, whatever it does there, and changes nothing', async () => {
    const before = await rowsOfGlow();
    for (const operation of secured.filter((candidate) => candidate.ids.length > 0)) {
      expect(operation.ids.filter((name) => ids[name] === undefined)).toEqual([]);
      const { status, body } = await send(operation, ids)
        .set(zen.members.admin.authorization)
        .send(operation.example);
      expect([operation.id, status, body.code]).toEqual([operation.id, 404, 'resource.not-found']);
    }
    expect(await rowsOfGlow()).toEqual(before);
  });

  test('finds nothing by a foreign id in a body either', async () => {
    const before = await rowsOfGlow();
    const bodies: Record<string, object> = {
      StartJob: { reward_upload_id: ids.upload_id, pos_upload_id: ids.upload_id, threshold: 0.9 },
      AssignResult: { user_id: ids.user_id },
      ClosePeriod: { month: '2025-10', location_id: ids.location_id },
      ExportResults: { job_id: ids.job_id, format: 'csv' },
    };
    const naming = secured.filter(({ bodyFields }) => bodyFields.some((field) => field in ids));
    expect(naming.map(({ id }) => id).sort()).toEqual(Object.keys(bodies).sort());
    for (const operation of naming) {
      const { status } = await send(operation)
        .set(zen.members.admin.authorization)
        .send(bodies[operation.id]);
      expect([operation.id, status]).toEqual([operation.id, 404]);
    }
    expect(await rowsOfGlow()).toEqual(before);
  });

  test('while the same ids are good in their own', async () => {
    for (const operation of secured.filter(
      ({ ids: inPath, method }) => inPath.length > 0 && method === 'get',
    )) {
      const { status } = await send(operation, ids).set(glow.members.admin.authorization);
      expect([operation.id, status]).toEqual([operation.id, 200]);
    }
  });
});
