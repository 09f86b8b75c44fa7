// Requests made of the OpenAPI document: right ones, and ones that are wrong in one way or another. Ids that answers
// contained come back in later requests, so that what was made is also read, changed and removed.
import fc from 'fast-check';
import { nameOf, type Operation, type Parameter } from './document.ts';
import { valuesOf, wrongValuesOf } from './values-of-schema.ts';

export interface GeneratedRequest {
  operation: Operation;
  /** With its parameters in place, and the query. */
  target: string;
  headers: Record<string, string>;
  /** Text as it goes out; undefined for none. */
  body?: { contentType: string; text: string };
}

/** Ids seen in answers, by the name of their field. */
export type KnownIds = ReadonlyMap<string, readonly string[]>;

const BOUNDARY = 'generated-form-boundary';

export function requestsOf(operation: Operation, known: KnownIds): fc.Arbitrary<GeneratedRequest> {
  const isRight = fc.integer({ min: 0, max: 2 }).map((choice) => choice > 0);
  return isRight.chain((right) =>
    fc.record({
      operation: fc.constant(operation),
      target: targetsOf(operation, known, right),
      headers: headersOf(operation, right),
      body: bodiesOf(operation, right),
    }),
  ) as fc.Arbitrary<GeneratedRequest>;
}

const parametersOf = ({ parameters = [] }: Operation, place: Parameter['in']): Parameter[] =>
  parameters.filter((parameter) => parameter.in === place);

function targetsOf(operation: Operation, known: KnownIds, right: boolean): fc.Arbitrary<string> {
  const inPath = parametersOf(operation, 'path').map(({ name, schema }) => {
    const ids = known.get(name) ?? [];
    const fresh = right ? fc.uuid({ version: 4 }) : wrongValuesOf(schema).map(textOf);
    const arbitrary =
      ids.length > 0 ? fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...ids) }, fresh) : fresh;
    return arbitrary.map((value) => [name, value] as const);
  });
  const inQuery = parametersOf(operation, 'query').map(({ name, schema }) =>
    fc
      .option(right ? valuesOf(schema) : wrongValuesOf(schema), { freq: 2 })
      .map((value) => (value === null ? '' : `${name}=${encodeURIComponent(textOf(value))}`)),
  );
  const stray = right ? fc.constant('') : fc.constantFrom('', 'unheard_of=1', 'limit=1&limit=2', 'a[b]=c');
  return fc
    .tuple(fc.tuple(...inPath), fc.tuple(...inQuery, stray), fc.boolean())
    .map(([path, query, prefixed]) => {
      const filled = path.reduce(
        (template, [name, value]) => template.replace(`{${name}}`, () => encodeURIComponent(value) || '%20'),
        operation.path,
      );
      const asked = query.filter((part) => part !== '').join('&');
      return `${prefixed ? '/api/v1' : ''}${filled}${asked ? `?${asked}` : ''}`;
    });
}

/** As text in an address; half a surrogate cannot be encoded. */
function textOf(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return Buffer.from(text.slice(0, 2000)).toString();
}

function headersOf(operation: Operation, right: boolean): fc.Arbitrary<Record<string, string>> {
  const takesKey = parametersOf(operation, 'header').length > 0;
  const key = right ? fc.uuid() : fc.constantFrom('', 'k'.repeat(300), 'one key for all');
  return takesKey
    ? fc
        .option(key, { freq: 1 })
        .map((value): Record<string, string> => (value === null ? {} : { 'Idempotency-Key': value }))
    : fc.constant({});
}

function bodiesOf(operation: Operation, right: boolean): fc.Arbitrary<GeneratedRequest['body']> {
  const content = operation.requestBody?.content;
  if (!content)
    return right ? fc.constant(undefined) : fc.constantFrom(undefined, json('{"a":1}'), json('{'));
  if (content['multipart/form-data']) return formsOf(right);
  const schema = content['application/json']!.schema!;
  if (right) return valuesOf(schema).map((value) => json(JSON.stringify(value)));
  return fc.oneof(
    { weight: 8, arbitrary: wrongValuesOf(schema).map((value) => json(JSON.stringify(value))) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        undefined,
        json(''),
        json('{"half":'),
        json(`${'['.repeat(5000)}`),
        { contentType: 'text/plain', text: 'a=1' },
        { contentType: 'application/x-www-form-urlencoded', text: 'a=1' },
        { contentType: 'application/json; charset=klingon', text: '{}' },
      ),
    },
  );
}

const json = (text: string): GeneratedRequest['body'] => ({ contentType: 'application/json', text });

function formsOf(right: boolean): fc.Arbitrary<GeneratedRequest['body']> {
  const rows = 'transaction_id,customer_name,amount,date\nR-1,Sarah Johnson,40.00,2024-01-15\n';
  const content = right
    ? fc.constant(rows)
    : fc.oneof(
        fc.constantFrom(
          '',
          '\0\0\0',
          'PK\u0003\u0004not a zip',
          '"',
          `${rows}=1+1,a,b,c,d,e\n`,
          ','.repeat(5000),
        ),
        fc.string({ unit: 'binary', maxLength: 500 }),
      );
  const name = right ? fc.constant('file') : fc.constantFrom('file', 'other', '__proto__');
  return fc.tuple(content, name).map(([text, field]) => ({
    contentType: `multipart/form-data; boundary=${BOUNDARY}`,
    text: `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${field}"; filename="a.csv"\r\nContent-Type: text/csv\r\n\r\n${text}\r\n--${BOUNDARY}--\r\n`,
  }));
}

/** The request as one can repeat it by hand; what it carries stays out of reports, as it would of logs. */
export const describe = ({ body, operation, target }: GeneratedRequest): string =>
  `${nameOf(operation)} as ${operation.method.toUpperCase()} ${target.slice(0, 200)} with ${body?.text.length ?? 0} characters`;
