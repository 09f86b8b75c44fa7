// The part of the composition root that makes the services of who is who: sign-in, members, keys.
import type { AuditTrail } from './modules/audit/index.ts';
import {
  AccountsRepository,
  ApiKeysController,
  ApiKeysRepository,
  ApiKeysService,
  AuthController,
  ChallengesRepository,
  EndedSignIns,
  PasswordResetsRepository,
  PasswordResetsService,
  PasswordsController,
  PasswordsService,
  SecondFactorsController,
  SecondFactorsRepository,
  SecondFactorsService,
  SessionsController,
  SessionsRepository,
  SessionsService,
  SignInService,
  WrongProofs,
} from './modules/auth/index.ts';
import {
  BreakGlassAlertHandler,
  BreakGlassController,
  BreakGlassRepository,
  BreakGlassService,
  enqueueBreakGlassAlert,
} from './modules/break-glass/index.ts';
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
import type { PatientSeal } from './platform/crypto/index.ts';
import type { Platform } from './platform/platform.ts';
import { type AnyJobHandler, handlerFor } from './platform/queue/index.ts';

export interface IdentityContainer {
  controllers: readonly [object, () => object][];
  jobHandlers: readonly AnyJobHandler[];
  services: { organizations: OrganizationsService; apiKeys: ApiKeysService };
  endedSignIns: EndedSignIns;
}

export function createIdentity(
  { config, database, logger, metrics, queue, tokens }: Platform,
  audit: AuditTrail,
  seal: PatientSeal,
): IdentityContainer {
  const { withinOrganization } = database;
  const { secondFactor } = config;
  const accounts = new AccountsRepository(database);
  const sessionRules = { ...config.sessions, serverSecret: config.tokens.secret };
  const sessionRows = new SessionsRepository();
  const sessions = new SessionsService(
    sessionRows,
    accounts,
    tokens,
    withinOrganization,
    sessionRules,
    audit,
  );
  const wrongProofs = new WrongProofs(accounts, sessionRows, withinOrganization, audit);
  const secondFactorRows = new SecondFactorsRepository(seal);
  const secondFactors = new SecondFactorsService(
    secondFactorRows,
    accounts,
    sessionRows,
    wrongProofs,
    withinOrganization,
    secondFactor,
    audit,
  );
  const signIn = new SignInService({
    accounts,
    sessions,
    challenges: new ChallengesRepository(),
    secondFactors,
    wrongProofs,
    withinOrganization,
    attempts: metrics.authAttempts,
    rule: secondFactor,
    idleMs: config.sessions.idleMs,
    audit,
  });
  const resetRows = new PasswordResetsRepository();
  const passwords = new PasswordsService(
    accounts,
    sessionRows,
    resetRows,
    wrongProofs,
    withinOrganization,
    audit,
  );
  const passwordResets = new PasswordResetsService(
    resetRows,
    accounts,
    sessionRows,
    secondFactorRows,
    withinOrganization,
    audit,
  );
  const apiKeys = new ApiKeysService(new ApiKeysRepository(), withinOrganization, audit);

  const memberRows = new MembersRepository();
  const organizations = new OrganizationsService(
    new OrganizationsRepository(),
    memberRows,
    withinOrganization,
    audit,
  );
  const locations = new LocationsService(new LocationsRepository(), withinOrganization, audit);
  const endSessions = (userId: string, because: string) => sessionRows.revokeOthers(userId, null, because);
  const members = new MembersService(memberRows, withinOrganization, endSessions, audit);
  const invitations = new InvitationsService(
    new InvitationsRepository(),
    memberRows,
    withinOrganization,
    audit,
  );

  const breakGlass = new BreakGlassService(
    new BreakGlassRepository(seal),
    withinOrganization,
    audit,
    (alert) => enqueueBreakGlassAlert(queue, alert),
    metrics.breakGlass,
  );

  return {
    controllers: [
      [AuthController, () => new AuthController(signIn, sessions)],
      [SessionsController, () => new SessionsController(sessions)],
      [PasswordsController, () => new PasswordsController(passwords, passwordResets)],
      [SecondFactorsController, () => new SecondFactorsController(secondFactors)],
      [ApiKeysController, () => new ApiKeysController(apiKeys)],
      [OrganizationsController, () => new OrganizationsController(organizations)],
      [LocationsController, () => new LocationsController(locations)],
      [MembersController, () => new MembersController(members, sessions, passwordResets)],
      [InvitationsController, () => new InvitationsController(invitations)],
      [BreakGlassController, () => new BreakGlassController(breakGlass)],
    ],
    jobHandlers: [handlerFor(new BreakGlassAlertHandler())],
    services: { organizations, apiKeys },
    endedSignIns: new EndedSignIns(database, logger),
  };
}
