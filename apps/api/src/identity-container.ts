// The part of the composition root that makes the services of who is who: sign-in, members, keys.
import {
  AccountsRepository,
  ApiKeysController,
  ApiKeysRepository,
  ApiKeysService,
  AuthController,
  PasswordResetsRepository,
  PasswordResetsService,
  PasswordsController,
  PasswordsService,
  SessionsController,
  SessionsRepository,
  SessionsService,
  SignInService,
} from './modules/auth/index.ts';
import {
  InvitationsController,
  InvitationsRepository,
  InvitationsService,
  LocationsController,
  LocationsRepository,
  LocationsService,
  MembersController,
  MembersRepository,
  MembersService,
  OrganizationsController,
  OrganizationsRepository,
  OrganizationsService,
} from './modules/organizations/index.ts';
import type { Platform } from './platform/platform.ts';

export interface IdentityContainer {
  controllers: readonly [object, () => object][];
  services: { organizations: OrganizationsService; apiKeys: ApiKeysService };
}

export function createIdentity({ config, database, metrics, tokens }: Platform): IdentityContainer {
  const { withinOrganization } = database;
  const { secondFactor } = config;
  const accounts = new AccountsRepository(database);
  const sessionRules = { ...config.sessions, serverSecret: config.tokens.secret };
  const sessionRows = new SessionsRepository();
  const sessions = new SessionsService(sessionRows, accounts, tokens, withinOrganization, sessionRules);
  const signIn = new SignInService(
    accounts,
    sessions,
    withinOrganization,
    metrics.authAttempts,
    secondFactor,
  );
  const passwords = new PasswordsService(accounts, sessionRows, withinOrganization);
  const passwordResets = new PasswordResetsService(
    new PasswordResetsRepository(),
    accounts,
    sessionRows,
    withinOrganization,
  );
  const apiKeys = new ApiKeysService(new ApiKeysRepository(), withinOrganization);

  const memberRows = new MembersRepository();
  const organizations = new OrganizationsService(
    new OrganizationsRepository(),
    memberRows,
    withinOrganization,
  );
  const locations = new LocationsService(new LocationsRepository(), withinOrganization);
  const members = new MembersService(memberRows, withinOrganization, (userId, because) =>
    sessionRows.revokeOthers(userId, null, because),
  );
  const invitations = new InvitationsService(new InvitationsRepository(), memberRows, withinOrganization);

  return {
    controllers: [
      [AuthController, () => new AuthController(signIn, sessions)],
      [SessionsController, () => new SessionsController(sessions)],
      [PasswordsController, () => new PasswordsController(passwords, passwordResets)],
      [ApiKeysController, () => new ApiKeysController(apiKeys)],
      [OrganizationsController, () => new OrganizationsController(organizations)],
      [LocationsController, () => new LocationsController(locations)],
      [MembersController, () => new MembersController(members, sessions, passwordResets)],
      [InvitationsController, () => new InvitationsController(invitations)],
    ],
    services: { organizations, apiKeys },
  };
}
