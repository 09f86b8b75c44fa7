// All migrations in order. A released one is never edited: a change is a new file.
import { TenancyAndReconciliation } from './0001-tenancy-and-reconciliation.ts';
import { ResultsKeepTheirRecommendation } from './0002-results-keep-their-recommendation.ts';
import { StrangersAreNotTakenIn } from './0003-strangers-are-not-taken-in.ts';
import { MembersAreInvited } from './0010-members-are-invited.ts';
import { SecondFactors } from './0011-second-factors.ts';
import { BreakGlass } from './0012-break-glass.ts';
import { EndedSignInsArePurged } from './0013-ended-sign-ins-are-purged.ts';
import { AuditLog } from './0020-audit-log.ts';
import { PatientDataIsSealed } from './0021-patient-data-is-sealed.ts';
import { RequestsAreDigestedWithAKey } from './0022-requests-are-digested-with-a-key.ts';
import { LearnedModels } from './0030-learned-models.ts';
import { KeptAnswers } from './0040-kept-answers.ts';
import { Webhooks } from './0050-webhooks.ts';
import { FeatureOverrides } from './0051-feature-overrides.ts';
import { ResultsHaveAState } from './0060-results-have-a-state.ts';
import { JobsRunAgain } from './0061-jobs-run-again.ts';
import { RowsAreRecognized } from './0070-rows-are-recognized.ts';
import { DecisionsAreCarriedOver } from './0071-decisions-are-carried-over.ts';
import { MonthsAreClosed } from './0080-months-are-closed.ts';
import { Reimbursements } from './0081-reimbursements.ts';
import { NameAliases } from './0090-name-aliases.ts';
import { WebhooksAreMeasured } from './0091-webhooks-are-measured.ts';
import { RowsAreFoundInTheirUpload } from './0100-rows-are-found-in-their-upload.ts';
import { JobsLeaveClosedMonthsOut } from './0110-jobs-leave-closed-months-out.ts';
import { ReasonsAreSealed } from './0111-reasons-are-sealed.ts';
import { ApiKeysRunOut } from './0120-api-keys-run-out.ts';
import { WebhooksFailForDays } from './0121-webhooks-fail-for-days.ts';
import { ContactMessages } from './0122-contact-messages.ts';
import { ResultsAreFoundBySale } from './0130-results-are-found-by-sale.ts';
import { PairsWaitForApproval } from './0131-pairs-wait-for-approval.ts';
import { ResultsKnowWhatTheyAreAbout } from './0132-results-know-what-they-are-about.ts';
import { SearchesHaveAnIndex } from './0150-searches-have-an-index.ts';
import { SalesAreReleased } from './0160-sales-are-released.ts';
import { RedemptionsArePaidInParts } from './0161-redemptions-are-paid-in-parts.ts';
import { RedemptionsAreTakenBack } from './0162-redemptions-are-taken-back.ts';
import { SeveralSalesAreFew } from './0170-several-sales-are-few.ts';
import { CodesAreBroughtAgain } from './0171-codes-are-brought-again.ts';
import { CallersAreFoundInOneStep } from './0180-callers-are-found-in-one-step.ts';
import { SalesAreCorrected } from './0190-sales-are-corrected.ts';
import { RestsAreWrittenOff } from './0191-rests-are-written-off.ts';
import { PeopleOverruleVoids } from './0195-people-overrule-voids.ts';
import { ShortIsToldAsOfNow } from './0196-short-is-told-as-of-now.ts';
import { KeptAnswersArePurged } from './0200-kept-answers-are-purged.ts';
import { AuditChecksAreShared } from './0210-audit-checks-are-shared.ts';
import { ExceptionsAreAnnouncedOnce } from './0211-exceptions-are-announced-once.ts';
import { RewardsExpire } from './0215-rewards-expire.ts';
import { SalesAreRefunded } from './0225-sales-are-refunded.ts';
import { DatesOpenExceptions } from './0226-dates-open-exceptions.ts';
import { OverdueOpensAgain } from './0227-overdue-opens-again.ts';
import { SalesAreFoundByCode } from './0228-sales-are-found-by-code.ts';
import { StatisticsFollowRows } from './0230-statistics-follow-rows.ts';
import { RefundsMayFitOthers } from './0231-refunds-may-fit-others.ts';
import { EmergenciesAreOfPeople } from './0232-emergencies-are-of-people.ts';

export const MIGRATIONS = [
  TenancyAndReconciliation,
  ResultsKeepTheirRecommendation,
  StrangersAreNotTakenIn,
  MembersAreInvited,
  SecondFactors,
  BreakGlass,
  EndedSignInsArePurged,
  AuditLog,
  PatientDataIsSealed,
  RequestsAreDigestedWithAKey,
  LearnedModels,
  KeptAnswers,
  Webhooks,
  FeatureOverrides,
  ResultsHaveAState,
  JobsRunAgain,
  RowsAreRecognized,
  DecisionsAreCarriedOver,
  MonthsAreClosed,
  Reimbursements,
  NameAliases,
  WebhooksAreMeasured,
  RowsAreFoundInTheirUpload,
  JobsLeaveClosedMonthsOut,
  ReasonsAreSealed,
  ApiKeysRunOut,
  WebhooksFailForDays,
  ContactMessages,
  ResultsAreFoundBySale,
  PairsWaitForApproval,
  ResultsKnowWhatTheyAreAbout,
  SearchesHaveAnIndex,
  SalesAreReleased,
  RedemptionsArePaidInParts,
  RedemptionsAreTakenBack,
  SeveralSalesAreFew,
  CodesAreBroughtAgain,
  CallersAreFoundInOneStep,
  SalesAreCorrected,
  RestsAreWrittenOff,
  KeptAnswersArePurged,
  PeopleOverruleVoids,
  ShortIsToldAsOfNow,
  AuditChecksAreShared,
  ExceptionsAreAnnouncedOnce,
  RewardsExpire,
  SalesAreRefunded,
  DatesOpenExceptions,
  OverdueOpensAgain,
  SalesAreFoundByCode,
  StatisticsFollowRows,
  RefundsMayFitOthers,
  EmergenciesAreOfPeople,
];
