// The one table from error code to HTTP status and the words a caller may see. A slice adds its rows here.

export const PROBLEMS = {
  'request.malformed': { status: 400, title: 'The request could not be read' },
  'request.invalid': { status: 422, title: 'Some fields are not valid' },
  'request.too-large': { status: 413, title: 'The request is too large' },
  'request.unsupported-type': { status: 415, title: 'This content type is not accepted here' },
  'request.rate-limited': { status: 429, title: 'Too many requests' },
  'route.unknown': { status: 404, title: 'There is nothing at this address' },
  'route.method-not-allowed': { status: 405, title: 'This address does not answer that method' },
  'auth.required': { status: 401, title: 'Sign in first' },
  'auth.invalid-token': { status: 401, title: 'The access token is not valid, or no longer' },
  'auth.forbidden': { status: 403, title: 'Your role does not allow this' },
  'auth.origin-refused': { status: 403, title: 'This origin may not do that' },
  'resource.not-found': { status: 404, title: 'Not found' },
  'resource.conflict': { status: 409, title: 'This was changed by someone else' },
  'service.unavailable': { status: 503, title: 'The service is not available right now' },
  'internal.error': { status: 500, title: 'Something went wrong on our side' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof PROBLEMS;
