// Rows of results with the decisions that stand, inside the organization of the open transaction.
import type {
  ExceptionCode,
  ExplanationWire,
  Recommendation,
  ReopenedWhy,
  Result,
  ResultState,
  TransactionField,
  UploadSide,
  Verdict,
  WriteOffReason,
} from '@medspasync/schemas';
import type { PatientSeal } from '../../../platform/crypto/index.ts';
import { currentEntityManager, currentOrganizationId } from '../../../platform/database/index.ts';
import { mapInSlices } from '../../../platform/slices.ts';
import { narrowingOf, type ResultFilter } from './result-filter.ts';
import { STANDING_DECISION, type StateTerms, stateJoin, termsAsJson } from './result-state.ts';
import { FIND_ABOUT, INSERT, IS_SHOWN, SELECT } from './results-sql.ts';
import {
  notePlace,
  openWords,
  type ResultWords,
  remarkPlace,
  restNotePlace,
  reversalPlace,
} from './sealed-words.ts';

export interface StoredResult {
  id: string;
  position: number;
  side: UploadSide;
  result: Result;
  matchProbability: number;
  recommendation: Recommendation;
  rewardTransactionId: string | null;
  posTransactionIds: string[];
  explanation: ExplanationWire | null;
  runnerUp: NonNullable<ResultWords['runnerUp']> | null;
  nearestReward: NonNullable<ResultWords['nearestReward']> | null;
  /** What became of a row that nothing can match, or of its sale. */
  note: string | null;
  /** Of a row with result `error`: what could not be read, and where. */
  unreadable: NonNullable<ResultWords['unreadable']> | null;
  reasonCodes: ExceptionCode[];
  /** A void or refund took the redemption back. */
  isReversed: boolean;
  /** Of a sale: refunds in rows of their own took back all of it. */
  isRefunded: boolean;
  /** Of a reward: the one that takes it back, may do so, or was said not to. */
  reversal: StoredReversal | null;
  decision: StoredDecision | null;
  /** Of a redemption that was paid in part. */
  rest: StoredRestWriteOff | null;
  state: ResultState | null;
  stakeCents: number;
  stakePoints: number | null;
  /** `YYYY-MM-DD` */
  deadline: string | null;
  notes: StoredNote[];
  assignment: StoredAssignment | null;
  /** A decision about the same row in an earlier job that does not stand in this one. */
  earlier: ReopenedDecision | null;
}

/** As jsonb builds it. */
export interface StoredDecision {
  id: string;
  verdict: Verdict;
  note: string | null;
  reason: WriteOffReason | null;
  /** Of another pair than the one found. */
  posTransactionIds: string[];
  /** ISO 8601. */
  decidedAt: string;
  /** Null for someone who is no longer a member. */
  decidedBy: string | null;
  decidedById: string;
  /** It gives up money: nothing of it counts until a second person approves it. */
  needsApproval: boolean;
  approvedBy: string | null;
  approvedAt: string | null;
  /** Where a person made it, when that was an earlier job. */
  carriedFromJobId: string | null;
}

/** What is left of a redemption is given up, or proposed to be. As jsonb builds it. */
export interface StoredRestWriteOff
  extends Pick<
    StoredDecision,
    'id' | 'decidedAt' | 'decidedBy' | 'decidedById' | 'needsApproval' | 'approvedBy' | 'approvedAt'
  > {
  cents: number;
  reason: WriteOffReason;
  note: string | null;
}

export interface ReopenedDecision extends Pick<StoredDecision, 'verdict' | 'decidedAt' | 'decidedBy'> {
  jobId: string;
  why: ReopenedWhy;
  changedFields: TransactionField[];
}

/** A void or refund with what is known of whether it takes the redemption back. */
export interface StoredReversal {
  id: string;
  reversalId: string;
  /** Of the redemption, the id of the first version. */
  lineageId: string;
  takesBack: boolean;
  /** The rows alone say so; else a person is asked. */
  isCertain: boolean;
  /** What a person said, and why; null while nobody has spoken. */
  stands: boolean | null;
  reason: string | null;
  saidBy: string | null;
  /** ISO 8601. */
  saidAt: string | null;
}

export interface StoredNote {
  id: string;
  text: string;
  writtenAt: string;
  writtenBy: string | null;
}

export interface StoredAssignment {
  userId: string;
  name: string | null;
  assignedBy: string | null;
  assignedAt: string;
}

const ANY_OF_JOB = 'WHERE r.organization_id = $1 AND r.job_id = $2';
const OF_JOB = `${ANY_OF_JOB} AND ${IS_SHOWN}`;

type Row = Omit<
  StoredResult,
  | 'explanation'
  | 'runnerUp'
  | 'nearestReward'
  | 'note'
  | 'unreadable'
  | 'decision'
  | 'rest'
  | 'notes'
  | 'reversal'
> & {
  notes: (Omit<StoredNote, 'text'> & { keyId: string; token: string })[];
  keyId: string | null;
  token: string | null;
  decision: (StoredDecision & { keyId: string | null }) | null;
  reversal: (Omit<StoredReversal, 'reason'> & { keyId: string | null; token: string | null }) | null;
  rest: (StoredRestWriteOff & { keyId: string; note: string }) | null;
};

export class ResultsRepository {
  /** @param terms what states are told by, inside the open transaction. */
  constructor(
    private readonly seal: PatientSeal,
    private readonly terms: () => Promise<StateTerms>,
  ) {}

  /**
   * Of two runs that write the same job at once, the second waits here for the first and then adds nothing.
   * @param json an array of rows, as `resultRows` makes them.
   */
  async addBatch(jobId: string, json: string): Promise<void> {
    await currentEntityManager().query(INSERT, [currentOrganizationId(), jobId, this.seal.keyId, json]);
  }

  /** What the run matched by itself waits for a person. @returns how many rows that were. */
  async takeMatchesBack(jobId: string): Promise<number> {
    const [, taken] = await currentEntityManager().query<[unknown, number]>(
      `UPDATE job_results SET result = 'review_required' WHERE organization_id = $1 AND job_id = $2 AND result = 'match'`,
      [currentOrganizationId(), jobId],
    );
    return taken;
  }

  async count(jobId: string, filter: ResultFilter): Promise<number> {
    // The state costs a join of every row, so it is told only where it is asked for.
    const known = [
      currentOrganizationId(),
      jobId,
      ...(filter.state ? [termsAsJson(await this.terms())] : []),
    ];
    const { conditions, parameters } = narrowingOf(filter, known.length);
    const [row] = await currentEntityManager().query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM job_results r ${filter.state ? STANDING_DECISION + stateJoin('$3') : ''}
       ${OF_JOB} ${conditions}`,
      [...known, ...parameters],
    );
    return row!.count;
  }

  /** Where the rows are whose reward, or one of whose sales, is among `transactionIds`. */
  async findAbout(jobId: string, transactionIds: readonly string[]): Promise<number[]> {
    const parameters = [currentOrganizationId(), jobId, transactionIds];
    const rows = await currentEntityManager().query<{ position: number }[]>(FIND_ABOUT, parameters);
    return rows.map(({ position }) => position);
  }

  /** In the order of the report. */
  async page(jobId: string, filter: ResultFilter, limit: number, offset: number): Promise<StoredResult[]> {
    const { conditions, parameters } = narrowingOf(filter, 5);
    const state = filter.state ? STANDING_DECISION + stateJoin('$3') : '';
    return this.#readThose(jobId, `${state} ${OF_JOB} ${conditions} ORDER BY r.position LIMIT $4 OFFSET $5`, [
      limit,
      offset,
      ...parameters,
    ]);
  }

  /** The next ones after `position`; none means the end. */
  async pageAfter(jobId: string, position: number, limit: number): Promise<StoredResult[]> {
    return this.#readThose(jobId, `${OF_JOB} AND r.position > $4 ORDER BY r.position LIMIT $5`, [
      position,
      limit,
    ]);
  }

  /** Those of `resultIds` that the job has. @param isShown whether rows of sales that a reward has again are left out. */
  async findAll(jobId: string, resultIds: readonly string[], isShown = true): Promise<StoredResult[]> {
    const named = 'JOIN unnest($4::uuid[]) AS named (id) ON named.id = r.id';
    return this.#readThose(jobId, `${named} ${isShown ? OF_JOB : ANY_OF_JOB}`, [resultIds]);
  }

  /**
   * First which rows, then all about them: sorting all of a job with what it says in words would take seconds. By their
   * positions, since a job's results have an index of those; by their ids the whole job would be looked through.
   */
  async #readThose(jobId: string, which: string, parameters: unknown[]): Promise<StoredResult[]> {
    const positions = `SELECT r.position FROM job_results r ${which}`;
    return this.#read(jobId, `AND r.position = ANY (ARRAY(${positions})) ORDER BY r.position`, parameters);
  }

  async #read(jobId: string, narrowing: string, parameters: unknown[]): Promise<StoredResult[]> {
    const organizationId = currentOrganizationId();
    const rows = await currentEntityManager().query<Row[]>(`${SELECT} ${narrowing}`, [
      organizationId,
      jobId,
      termsAsJson(await this.terms()),
      ...parameters,
    ]);
    return mapInSlices(rows, (row) => this.#opened(organizationId, row));
  }

  #opened(
    organizationId: string,
    { decision, keyId, notes, rest, reversal, token, ...row }: Row,
  ): StoredResult {
    const words = openWords(this.seal, organizationId, row.id, { keyId, token });
    return {
      ...row,
      explanation: words.explanation ?? null,
      runnerUp: words.runnerUp ?? null,
      nearestReward: words.nearestReward ?? null,
      note: words.note ?? null,
      unreadable: words.unreadable ?? null,
      decision: decision && { ...decision, note: this.#note(organizationId, decision) },
      reversal: reversal && this.#reversal(organizationId, reversal),
      rest: rest && { ...rest, note: this.#restNote(organizationId, rest) },
      notes: notes.map(({ keyId: noteKey, token: words, ...note }) => ({
        ...note,
        text: this.seal
          .open(remarkPlace(organizationId, note.id), { keyId: noteKey, token: words })
          .toString(),
      })),
    };
  }

  #reversal(
    organizationId: string,
    { keyId, token, ...reversal }: NonNullable<Row['reversal']>,
  ): StoredReversal {
    if (keyId === null || token === null) return { ...reversal, reason: null };
    const reason = this.seal.open(reversalPlace(organizationId, reversal.id), { keyId, token });
    return { ...reversal, reason: reason.toString() };
  }

  #restNote(organizationId: string, { id, keyId, note }: NonNullable<Row['rest']>): string {
    return this.seal.open(restNotePlace(organizationId, id), { keyId, token: note }).toString();
  }

  #note(organizationId: string, { id, keyId, note }: NonNullable<Row['decision']>): string | null {
    if (note === null || keyId === null) return null;
    return this.seal.open(notePlace(organizationId, id), { keyId, token: note }).toString();
  }
}
