// POST /contact: from anybody, a few an hour.
import { ContactRequestWire } from '@medspasync/schemas';
import { Body, Extension, Middlewares, Post, Request, Route, SuccessResponse, Tags } from '@tsoa/runtime';
import type { Request as HttpRequest } from 'express';
import type { ContactReceived, ContactRequest } from '../../generated/wire.ts';
import { body, idempotencyKeyOf, rateLimited } from '../../platform/http/index.ts';
import type { ContactService } from './contact.service.ts';

@Route('contact')
@Tags('Contact')
export class ContactController {
  constructor(private readonly contact: ContactService) {}

  /** A message of a visitor. It is kept sealed for 90 days, and answered by e-mail. */
  @Post()
  @Extension('x-idempotent', true)
  @Middlewares(body(ContactRequestWire), rateLimited('contact'))
  @SuccessResponse(202, 'Received')
  async sendContactMessage(
    @Request() request: HttpRequest,
    @Body() message: ContactRequest,
  ): Promise<ContactReceived> {
    return this.contact.receive(message, idempotencyKeyOf(request));
  }
}
