// Which void or refund takes which redemption back, over all files, inside the organization of the open transaction.
import type { PatientSeal, Sealed } from '../../../platform/crypto/index.ts';
import { currentEntityManager, currentOrganizationId } from '../../../platform/database/index.ts';
import { queryHashed } from '../results/query-hashed.ts';
import { reversalPlace } from '../results/sealed-words.ts';
import {
  ASK_FOR_SALES,
  ASK_FOR_SALES_IN,
  CANDIDATES,
  FOLLOW_VERSIONS,
  IS_ANY,
  IS_ANY_UNLINKED,
  KNOWN_IN,
  REMOVE_STALE,
  RESULTS_ABOUT,
  UNLINKED_IN,
  UNTOLD_BESIDE,
  WAITING_FOR,
} from './reversals-sql.ts';

/** A reversal that the upload has. */
export interface ReversalRow {
  id: string;
  /** From 1, as a spreadsheet numbers it. */
  row: number;
}

export interface ReversalCandidate {
  reversalId: string;
  id: string;
  lineageId: string;
  /** The upload has it. */
  isBeside: boolean;
}

export interface NewLink {
  reversalId: string;
  lineageId: string;
  /** The rows alone say so; else a person is asked. */
  isCertain: boolean;
}

/** A link that is no more. */
export interface StaleLink {
  lineageId: string;
  /** The newest version of the redemption. */
  redemptionId: string;
  tookBack: boolean;
  /** A person was asked whether it does. */
  wasAsked: boolean;
  /** The row of the upload that corrects the reversal; null where that is gone. */
  row: number | null;
  /** Of the redemption. */
  code: string | null;
}

/** What a reversal of an upload takes back there; null where that is nothing. */
export interface KnownReversal {
  reversalId: string;
  redemptionId: string | null;
}

/** What a person said of a link. */
export interface Word {
  stands: boolean;
  reason: string;
  saidBy: string;
}

export class ReversalsRepository {
  constructor(private readonly seal: PatientSeal) {}

  /** Whether any redemption was, or is to be, taken back. */
  async areAny(): Promise<boolean> {
    return (await query(IS_ANY)).length > 0 || (await query(IS_ANY_UNLINKED)).length > 0;
  }

  unlinkedIn(uploadId: string): Promise<ReversalRow[]> {
    return queryHashed(UNLINKED_IN, [uploadId]);
  }

  /** Reversals of earlier files that may be about what the upload has brought. @returns their ids. */
  async waitingFor(uploadId: string): Promise<string[]> {
    if ((await query(IS_ANY_UNLINKED)).length === 0) return [];
    const rows = await queryHashed<{ id: string }>(WAITING_FOR, [uploadId]);
    return rows.map(({ id }) => id);
  }

  /** The redemptions that each of these may take back: those of the upload first, in its order, then the oldest. */
  async candidates(uploadId: string, reversalIds: readonly string[]): Promise<ReversalCandidate[]> {
    return reversalIds.length === 0 ? [] : queryHashed(CANDIDATES, [uploadId, reversalIds]);
  }

  async add(links: readonly NewLink[]): Promise<void> {
    await query(
      `INSERT INTO reversals (organization_id, reversal_id, redemption_id, is_certain)
       SELECT $1, * FROM unnest($2::uuid[], $3::uuid[], $4::boolean[])`,
      [
        links.map(({ reversalId }) => reversalId),
        links.map(({ lineageId }) => lineageId),
        links.map(({ isCertain }) => isCertain),
      ],
    );
  }

  /** Once the upload is written: links of rows that are gone, or corrected to something else. */
  async removeStale(uploadId: string): Promise<StaleLink[]> {
    await query(FOLLOW_VERSIONS);
    const [gone] = await currentEntityManager().query<[StaleLink[], number]>(REMOVE_STALE, [
      currentOrganizationId(),
      uploadId,
    ]);
    return gone;
  }

  /** With a person's word about the link, or without it again. */
  async note(id: string, word: Word | null): Promise<void> {
    const place = reversalPlace(currentOrganizationId(), id);
    const reason: Sealed | null = word && {
      keyId: this.seal.keyId,
      token: this.seal.seal(place, Buffer.from(word.reason)),
    };
    await query(
      `UPDATE reversals SET stands = $3, said_by = $4, said_at = CASE WHEN $3::boolean IS NOT NULL THEN now() END,
                            reason = $5, key_id = $6
       WHERE organization_id = $1 AND id = $2`,
      [id, word?.stands ?? null, word?.saidBy ?? null, reason?.token ?? null, reason?.keyId ?? null],
    );
  }

  /** The redemptions, as first seen, that are asked about as long as the link takes none back. */
  async untoldBeside(id: string): Promise<string[]> {
    const rows = await query<{ lineageId: string }>(UNTOLD_BESIDE, [id]);
    return rows.map(({ lineageId }) => lineageId);
  }

  /** Rows of completed jobs about these redemptions, in whatever version. */
  resultsAbout(lineageIds: readonly string[]): Promise<{ jobId: string; resultIds: string[] }[]> {
    return query(RESULTS_ABOUT, [lineageIds]);
  }

  /** These redemptions stand: what a run had taken back itself is to have a sale. */
  async askForSales(lineageIds: readonly string[]): Promise<void> {
    await query(ASK_FOR_SALES, [lineageIds]);
  }

  /** The same of a run that is about to end. */
  async askForSalesIn(jobId: string): Promise<void> {
    await query(ASK_FOR_SALES_IN, [jobId]);
  }

  /** Reversals of the upload about which something is known. */
  knownIn(uploadId: string): Promise<KnownReversal[]> {
    return query(KNOWN_IN, [uploadId]);
  }
}

const query = <Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
  currentEntityManager().query<Row[]>(sql, [currentOrganizationId(), ...parameters]);
