// /organizations/current/invitations for administrators; /invitations for whoever holds a token, which travels in the
// body only: an address would end up in logs.
import {
  AcceptInvitationRequestWire,
  CreateInvitationRequestWire,
  OpenInvitationRequestWire,
} from '@medspasync/schemas';
import {
  Body,
  Delete,
  Extension,
  Get,
  Middlewares,
  Path,
  Post,
  Request,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from '@tsoa/runtime';
import type {
  AcceptInvitationRequest,
  CreatedInvitation,
  CreateInvitationRequest,
  Invitations,
  OpenedInvitation,
  OpenInvitationRequest,
} from '../../generated/wire.ts';
import {
  type AuthenticatedRequest,
  body,
  idempotent,
  idempotentUnkept,
  rateLimited,
  type Uuid,
} from '../../platform/http/index.ts';
import type { InvitationsService } from './invitations.service.ts';

@Route()
@Tags('Members')
export class InvitationsController {
  constructor(private readonly invitations: InvitationsService) {}

  /** Invites somebody. The answer is the only place the token is ever shown. */
  @Post('organizations/current/invitations')
  @Security('session', ['organizations:manage'])
  @Extension('x-idempotent', true)
  @Middlewares(body(CreateInvitationRequestWire), idempotentUnkept)
  @SuccessResponse(201, 'Created')
  async createInvitation(
    @Request() request: AuthenticatedRequest,
    @Body() wanted: CreateInvitationRequest,
  ): Promise<CreatedInvitation> {
    return this.invitations.create(request.user, wanted);
  }

  /** Invitations that wait for somebody, without their tokens. */
  @Get('organizations/current/invitations')
  @Security('session', ['organizations:manage'])
  async listInvitations(@Request() request: AuthenticatedRequest): Promise<Invitations> {
    return { invitations: await this.invitations.list(request.user) };
  }

  /** Withdraws an invitation; its token stops working at once. */
  @Delete('organizations/current/invitations/{invitation_id}')
  @Security('session', ['organizations:manage'])
  @SuccessResponse(204, 'Withdrawn')
  async withdrawInvitation(
    @Request() request: AuthenticatedRequest,
    @Path() invitation_id: Uuid,
  ): Promise<void> {
    await this.invitations.withdraw(request.user, invitation_id);
  }

  /** What an invitation says, for the person who holds its token. */
  @Post('invitations/open')
  @Middlewares(rateLimited('invitation'), body(OpenInvitationRequestWire))
  async openInvitation(@Body() request: OpenInvitationRequest): Promise<OpenedInvitation> {
    return this.invitations.open(request.token);
  }

  /** Joins the organization with a name and a password. Sign in afterwards. */
  @Post('invitations/accept')
  @Extension('x-idempotent', true)
  @Middlewares(rateLimited('invitation'), body(AcceptInvitationRequestWire), idempotent)
  async acceptInvitation(@Body() request: AcceptInvitationRequest): Promise<OpenedInvitation> {
    return this.invitations.accept(request);
  }
}
