// A state change arrives as JSON or as an upload, never as what a foreign page's form could post.
import type { RequestHandler } from 'express';
import { Refusal } from '../errors/index.ts';

export const onlyJsonOrMultipart: RequestHandler = (request, _response, next) => {
  const hasBody =
    request.headers['transfer-encoding'] !== undefined || Number(request.get('content-length')) > 0;
  if (hasBody && !request.is(['application/json', 'multipart/form-data']))
    throw new Refusal('request.unsupported-type', {
      detail: 'Send application/json, or multipart/form-data for files.',
    });
  next();
};
