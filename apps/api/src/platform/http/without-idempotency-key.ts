// The POST operations that take no Idempotency-Key, and why: they read, or sign somebody in. The contract test holds the API to this table; its reasons are in the OpenAPI document.

/** By operationId. */
export const WITHOUT_IDEMPOTENCY_KEY: Readonly<Record<string, string>> = {
  Login: 'a second sign-in is a second session, and no token of the first is kept to be given again',
  VerifySecondFactor: 'a code is good once, and no token is kept to be given again',
  Refresh: 'a refresh token is good once, and sent again within ten seconds it gets the same successor',
  Logout: 'ended is ended',
  OpenInvitation: 'reads',
  Predict: 'reads',
  PredictBatch: 'reads',
  ExportResults: 'reads',
  SearchResults: 'reads',
};
