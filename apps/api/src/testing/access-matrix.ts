// Who may call which operation, written down a second time and by hand: a route that is added or opened to somebody by
// mistake differs from this table. Roles are named here, not derived from permissions.
import type { Role } from '@medspasync/schemas';

const EVERYBODY: readonly Role[] = ['admin', 'manager', 'reviewer', 'viewer'];
const DECIDING: readonly Role[] = ['admin', 'manager', 'reviewer'];
const MANAGING: readonly Role[] = ['admin', 'manager'];
const AUDITING: readonly Role[] = ['admin', 'viewer'];
const ADMINISTRATING: readonly Role[] = ['admin'];

export interface Access {
  roles: readonly Role[];
  /** Whether an API key will do. */
  byKey: boolean;
}

const byTokenOrKey = (roles: readonly Role[]): Access => ({ roles, byKey: true });
const byTokenOnly = (roles: readonly Role[]): Access => ({ roles, byKey: false });

/** By operationId. */
export const ACCESS: Readonly<Record<string, Access | 'public'>> = {
  GetHealth: 'public',
  GetQuickHealth: 'public',
  GetPublicStatus: 'public',
  GetSystemStatus: byTokenOrKey(EVERYBODY),
  SendContactMessage: 'public',
  GetPerformance: byTokenOrKey(EVERYBODY),
  GetJobAnalytics: byTokenOrKey(EVERYBODY),

  Login: 'public',
  VerifySecondFactor: 'public',
  Refresh: 'public',
  // Ends the session that is presented, and answers 401 without one.
  Logout: 'public',
  ResetPassword: 'public',
  OpenInvitation: 'public',
  AcceptInvitation: 'public',

  GetSession: byTokenOrKey(EVERYBODY),
  ListSessions: byTokenOnly(EVERYBODY),
  EndSession: byTokenOnly(EVERYBODY),
  EndOtherSessions: byTokenOnly(EVERYBODY),
  ChangePassword: byTokenOnly(EVERYBODY),
  GetSecondFactor: byTokenOnly(EVERYBODY),
  BeginSecondFactor: byTokenOnly(EVERYBODY),
  ConfirmSecondFactor: byTokenOnly(EVERYBODY),
  DisableSecondFactor: byTokenOnly(EVERYBODY),
  RenewRecoveryCodes: byTokenOnly(EVERYBODY),

  CreateApiKey: byTokenOnly(ADMINISTRATING),
  ListApiKeys: byTokenOnly(ADMINISTRATING),
  RevokeApiKey: byTokenOnly(ADMINISTRATING),

  OpenBreakGlass: byTokenOnly(MANAGING),
  ListBreakGlasses: byTokenOnly(MANAGING),
  EndBreakGlass: byTokenOnly(MANAGING),
  ReviewBreakGlass: byTokenOnly(ADMINISTRATING),

  GetOrganization: byTokenOrKey(EVERYBODY),
  ChangeOrganization: byTokenOnly(ADMINISTRATING),
  ListFeatures: byTokenOrKey(EVERYBODY),
  ChangeFeatures: byTokenOnly(ADMINISTRATING),
  ListProgramRules: byTokenOrKey(EVERYBODY),
  SetProgramRule: byTokenOnly(ADMINISTRATING),
  ListLocations: byTokenOrKey(EVERYBODY),
  CreateLocation: byTokenOnly(ADMINISTRATING),
  ChangeLocation: byTokenOnly(ADMINISTRATING),
  RemoveLocation: byTokenOnly(ADMINISTRATING),
  GetMembers: byTokenOrKey(EVERYBODY),
  ChangeMember: byTokenOnly(ADMINISTRATING),
  ResetMemberPassword: byTokenOnly(ADMINISTRATING),
  ResetMemberSecondFactor: byTokenOnly(ADMINISTRATING),
  ListMemberSessions: byTokenOnly(ADMINISTRATING),
  EndMemberSessions: byTokenOnly(ADMINISTRATING),
  EndMemberSession: byTokenOnly(ADMINISTRATING),
  CreateInvitation: byTokenOnly(ADMINISTRATING),
  ListInvitations: byTokenOnly(ADMINISTRATING),
  WithdrawInvitation: byTokenOnly(ADMINISTRATING),

  UploadRewardTransactions: byTokenOrKey(DECIDING),
  UploadPosTransactions: byTokenOrKey(DECIDING),
  CorrectMapping: byTokenOrKey(DECIDING),
  ConfirmUpload: byTokenOrKey(DECIDING),
  ListUploads: byTokenOrKey(EVERYBODY),
  GetUpload: byTokenOrKey(EVERYBODY),

  StartJob: byTokenOrKey(MANAGING),
  RetryJob: byTokenOrKey(MANAGING),
  UndoJob: byTokenOrKey(MANAGING),
  CancelJob: byTokenOrKey(MANAGING),
  ListActiveJobs: byTokenOrKey(EVERYBODY),
  GetJob: byTokenOrKey(EVERYBODY),
  ListHistory: byTokenOrKey(EVERYBODY),
  ListResults: byTokenOrKey(EVERYBODY),
  SearchResults: byTokenOrKey(EVERYBODY),
  Decide: byTokenOrKey(DECIDING),
  DecideMany: byTokenOrKey(DECIDING),
  UndoDecision: byTokenOrKey(DECIDING),
  ListProposedWriteOffs: byTokenOrKey(EVERYBODY),
  ApproveWriteOff: byTokenOnly(MANAGING),
  WriteNote: byTokenOrKey(DECIDING),
  WithdrawNote: byTokenOrKey(DECIDING),
  AssignResult: byTokenOrKey(DECIDING),
  SayOfReversal: byTokenOrKey(DECIDING),
  UndoSaidOfReversal: byTokenOrKey(DECIDING),
  ExportResults: byTokenOrKey(EVERYBODY),

  ListAliases: byTokenOrKey(EVERYBODY),
  AddAlias: byTokenOrKey(DECIDING),
  RemoveAlias: byTokenOrKey(DECIDING),
  ListPeriods: byTokenOrKey(EVERYBODY),
  PreviewPeriod: byTokenOrKey(EVERYBODY),
  GetPeriod: byTokenOrKey(EVERYBODY),
  ClosePeriod: byTokenOnly(MANAGING),
  ReopenPeriod: byTokenOnly(ADMINISTRATING),

  UploadReimbursements: byTokenOrKey(DECIDING),
  StartSettlement: byTokenOrKey(DECIDING),
  GetSettlement: byTokenOrKey(EVERYBODY),
  ListPayments: byTokenOrKey(EVERYBODY),
  GetPayment: byTokenOrKey(EVERYBODY),
  ChooseSettlement: byTokenOrKey(DECIDING),
  UndoSettlement: byTokenOrKey(DECIDING),
  ListRedemptions: byTokenOrKey(EVERYBODY),
  GetReimbursementSummary: byTokenOrKey(EVERYBODY),

  ListWebhooks: byTokenOnly(ADMINISTRATING),
  CreateWebhook: byTokenOnly(ADMINISTRATING),
  GetWebhook: byTokenOnly(ADMINISTRATING),
  ChangeWebhook: byTokenOnly(ADMINISTRATING),
  RemoveWebhook: byTokenOnly(ADMINISTRATING),
  TestWebhook: byTokenOnly(ADMINISTRATING),
  ListWebhookDeliveries: byTokenOnly(ADMINISTRATING),
  RedeliverWebhook: byTokenOnly(ADMINISTRATING),

  GetModelInfo: byTokenOrKey(EVERYBODY),
  GetModelMetrics: byTokenOrKey(EVERYBODY),
  ListModelVersions: byTokenOrKey(EVERYBODY),
  TrainModel: byTokenOrKey(ADMINISTRATING),
  PromoteModel: byTokenOrKey(ADMINISTRATING),
  Predict: byTokenOrKey(DECIDING),
  PredictBatch: byTokenOrKey(DECIDING),

  ListAuditEvents: byTokenOrKey(AUDITING),
  VerifyAudit: byTokenOrKey(AUDITING),
  ExportAudit: byTokenOrKey(AUDITING),
};
