// Which problems an operation may answer with, by status. Most follow from its shape: who may call it, whether it names a thing,
// takes a body, has an effect. What does not is in the tables. The fuzzer holds every answer to this.

interface Shape {
  method: string;
  path: string;
  operationId: string;
  security?: object[] | undefined;
}

/** Name in the document and words, by status. */
const RESPONSES = {
  400: ['Malformed', 'The request could not be read'],
  401: ['Unauthenticated', 'Nobody is signed in, or what was shown is not right or no longer'],
  403: ['Forbidden', 'The role, the key, the origin or the organization does not allow it'],
  404: ['NotFound', 'There is no such thing in the organization'],
  409: ['Conflict', 'It does not fit what is there: the code says what, `errors` where'],
  410: ['Gone', 'The link was used or withdrawn, or has expired'],
  413: ['TooLarge', 'The body, the file or one of its parts is larger than this server accepts'],
  415: ['UnsupportedType', 'The content is of another type than is accepted here'],
  422: ['Invalid', 'Fields are not valid: `errors` names each with what is wrong'],
  429: ['TooMany', 'Too many requests: `Retry-After` says when to ask again'],
  503: [
    'Unavailable',
    'The service, or something it needs, is not available right now, or has its hands full: `Retry-After` says when to ask again',
  ],
} as const;
type ProblemStatus = keyof typeof RESPONSES;

/** Asked without a session, and refused by what is shown in the body or a cookie. */
const SHOWS_A_SECRET = new Set(['Login', 'VerifySecondFactor', 'Refresh', 'Logout']);
/** From pages of the web app only. */
const ASKS_FOR_THE_ORIGIN = new Set(['Refresh', 'Logout']);
const TAKES_A_TOKEN = new Set(['OpenInvitation', 'AcceptInvitation', 'ResetPassword']);
/** The body names a thing that may not be there. */
const NAMES_IN_THE_BODY = new Set([
  'StartJob',
  'ExportResults',
  'AddAlias',
  'ClosePeriod',
  'CreateInvitation',
  'OpenBreakGlass',
]);
/** Reads of what may not be finished. */
const READS_A_RUN = new Set(['ListResults', 'GetJobAnalytics']);
const IS_PROCESS_ALIVE = new Set(['GetHealth', 'GetQuickHealth']);

export function problemStatusesOf({ method, path, operationId, security }: Shape): ProblemStatus[] {
  const isSecured = (security ?? []).length > 0;
  const hasEffect = method !== 'get';
  const may: Record<ProblemStatus, boolean> = {
    // Of a body that nobody asked for, too.
    400: hasEffect,
    401: isSecured || SHOWS_A_SECRET.has(operationId),
    403: isSecured || ASKS_FOR_THE_ORIGIN.has(operationId),
    404: path.includes('{') || NAMES_IN_THE_BODY.has(operationId),
    409: hasEffect || READS_A_RUN.has(operationId),
    410: TAKES_A_TOKEN.has(operationId),
    413: hasEffect,
    415: hasEffect,
    422: true,
    429: true,
    503: !IS_PROCESS_ALIVE.has(operationId),
  };
  return (Object.keys(RESPONSES).map(Number) as ProblemStatus[]).filter((status) => may[status]);
}

export const referenceTo = (status: ProblemStatus): { $ref: string } => ({
  $ref: `#/components/responses/${RESPONSES[status][0]}`,
});

const RETRY_AFTER = {
  'Retry-After': { description: 'Seconds', schema: { type: 'integer', minimum: 0 } },
};
const SAYS_WHEN = new Set<string>([RESPONSES[429][0], RESPONSES[503][0]]);

/** For the components of the document. */
export const problemResponses = (content: object): Record<string, object> =>
  Object.fromEntries(
    Object.values(RESPONSES).map(([name, description]) => [
      name,
      { description, content, ...(SAYS_WHEN.has(name) ? { headers: RETRY_AFTER } : {}) },
    ]),
  );
