// The API as typed calls. Types come from its OpenAPI document: `npm run generate -w @medspasync/api-client`.
export * from './client.ts';
export * from './problem.ts';
export * from './session.ts';
