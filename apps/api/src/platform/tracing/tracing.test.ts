// Traces as a collector gets them: whole from the request to the job's statements, and without a word of a patient.
import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { reconcileToEnd, startTestApp, type TestApp } from '../../testing/index.ts';

interface SentSpan {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  attributes: { key: string; value: Record<string, unknown> }[];
}

const CANARIES = /quillfeather|zebedee|018.?7654|inkwell|papagayo/i;
const patient = {
  customer_name: 'Zebedee Quillfeather',
  customer_phone: '(555) 018-7654',
  customer_email: 'nib@inkwell.test',
  service: 'Papagayo',
  amount: 40,
};

const traceId = randomBytes(16).toString('hex');
const callerSpanId = randomBytes(8).toString('hex');
let collector: Server;
const sent: string[] = [];
let spans: SentSpan[];
let problem: { trace_id?: string };
let app: TestApp;

beforeAll(async () => {
  collector = createServer(async (request, response) => {
    sent.push(await text(request));
    response.setHeader('Content-Type', 'application/json').end('{}');
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  const { port } = collector.address() as AddressInfo;
  app = await startTestApp({
    withWorker: true,
    environment: { OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}` },
  });
  const spa = await app.createOrganization();
  const { jobId } = await reconcileToEnd(app, spa, {
    reward_transactions: [patient],
    pos_transactions: [patient],
  });
  await app.http
    .post(`/reconcile/jobs/${jobId}/results/search?Quillfeather`)
    .set(spa.members.viewer.authorization)
    .send({ q: 'Quillfeather' });
  await app.http.get('/nobody/Quillfeather').expect(404);
  const refused = await app.http
    .post('/reconcile/start')
    .set(spa.members.manager.authorization)
    .set('traceparent', `00-${traceId}-${callerSpanId}-01`)
    .send({ reward_transactions: [{ ...patient, amount: 'Zebedee' }] })
    .expect(422);
  problem = refused.body;
  await app.close();
  spans = sent.flatMap((body) =>
    (JSON.parse(body).resourceSpans as { scopeSpans: { spans: SentSpan[] }[] }[]).flatMap(({ scopeSpans }) =>
      scopeSpans.flatMap((scope) => scope.spans),
    ),
  );
});
afterAll(() => collector.close());

const named = (name: string): SentSpan[] => spans.filter((span) => span.name === name);

test('a request is named by its route template, and its statements lie below it', () => {
  const [request] = named('GET /reconcile/jobs/:job_id/results');
  expect(request).toBeDefined();
  const below = spans.filter(({ parentSpanId }) => parentSpanId === request!.spanId);
  expect(below.map(({ name }) => name)).toContain('postgresql SELECT');
  expect(new Set(below.map((span) => span.traceId))).toEqual(new Set([request!.traceId]));
});

test('a job goes on with the trace of the request that started it', () => {
  const [started] = named('POST /reconcile/start').filter((span) => span.traceId !== traceId);
  const [job] = named('job reconcile');
  expect(job).toMatchObject({ traceId: started!.traceId, parentSpanId: started!.spanId });
  expect(
    spans.some(({ name, parentSpanId }) => parentSpanId === job!.spanId && name === 'postgresql INSERT'),
  ).toBe(true);
});

test('a request goes on with the trace of its caller, and a refusal tells it', () => {
  const [refused] = spans.filter((span) => span.traceId === traceId && span.parentSpanId === callerSpanId);
  expect(refused!.name).toBe('POST /reconcile/start');
  expect(problem.trace_id).toBe(traceId);
});

test('no span says anything of a patient, a body or an address', () => {
  expect(spans.length).toBeGreaterThan(20);
  expect(sent.join()).not.toMatch(CANARIES);
  const keys = new Set(spans.flatMap(({ attributes }) => attributes.map(({ key }) => key)));
  expect([...keys].sort()).toEqual([
    'db.operation.name',
    'db.system.name',
    'http.request.method',
    'http.response.status_code',
    'http.route',
    'medspasync.job.attempt',
    'medspasync.job.id',
    'medspasync.job.name',
  ]);
});
