// A job's results as a file, decisions applied.
import type { Writable } from 'node:stream';
import { CONTENT_TYPES, type MatchesRow, writeMatches } from '@medspasync/exporting';
import type { ExportFormat, ExportRequestWire } from '@medspasync/schemas';
import type { WithinOrganization } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/errors/index.ts';
import type { Caller } from '../../platform/identity/index.ts';
import type { AuditTrail } from '../audit/index.ts';
import {
  isProposed,
  type ResultInFull,
  type ResultsService,
  withoutPatients,
} from '../reconciliation/index.ts';
import { decidedRow } from './decided-row.ts';

/** Rows of a sheet of Excel, without the header. */
const MAX_XLSX_ROWS = 1_048_575;

export interface ExportFile {
  filename: string;
  contentType: string;
  /** Writes the rows as they are read, and ends `output`. */
  write(output: Writable): Promise<void>;
}

export class ExportsService {
  constructor(
    private readonly results: ResultsService,
    private readonly audit: AuditTrail,
    private readonly withinOrganization: WithinOrganization,
  ) {}

  /** In words that name nobody for who may not export patients. @throws Refusal `resource.not-found`, `job.not_completed`, or `export.too_many_rows`. */
  async open(caller: Caller, request: ExportRequestWire): Promise<ExportFile> {
    const { byte_order_mark: hasByteOrderMark = false, format, job_id: jobId } = request;
    const isInFull = caller.permissions.has('exports:create');
    const completedAt = await this.withinOrganization(caller.organizationId, async () => {
      const job = await this.results.completedJob(caller, jobId);
      const rows = await this.results.count(caller, jobId);
      if (format === 'xlsx' && rows > MAX_XLSX_ROWS)
        throw new Refusal('export.too_many_rows', {
          detail: `Excel holds ${MAX_XLSX_ROWS} rows; choose CSV or JSON.`,
        });
      this.audit.record(caller, {
        action: 'results.exported',
        subject: { kind: 'job', id: jobId },
        detail: { format, rows, ...(isInFull ? {} : { without_patients: true }) },
      });
      return job.completedAt!;
    });
    const rows = this.results.all(caller, jobId);
    return {
      filename: filenameOf(completedAt, jobId, format),
      contentType: CONTENT_TYPES[format],
      write: (output) =>
        writeMatches(matchesOf(isInFull ? rows : outlines(rows)), format, output, {
          hasByteOrderMark,
          withMoneySince: true,
        }),
    };
  }
}

async function* outlines(rows: AsyncIterable<ResultInFull>): AsyncGenerator<ResultInFull> {
  for await (const row of rows) yield withoutPatients(row);
}

/** Nothing of a patient: the day, and enough of the id to tell two jobs of a day apart. */
const filenameOf = (completedAt: Date, jobId: string, format: ExportFormat): string =>
  `matches-${completedAt.toISOString().slice(0, 10)}-${jobId.slice(0, 8)}.${format}`;

/** The rows of the report, without the POS transactions that were paired anew. */
async function* matchesOf(rows: AsyncIterable<ResultInFull>): AsyncGenerator<MatchesRow> {
  const chosen = new Set<string>();
  for await (const row of rows) {
    if (isDecided(row)) for (const { id } of row.chosen) chosen.add(id);
    if (!row.reward && row.pos.length > 0 && row.pos.every(({ id }) => chosen.has(id))) continue;
    yield decidedRow(row);
  }
}

/** What waits for its second person has decided nothing: the row is told as the run found it. */
const isDecided = ({ decision }: ResultInFull): boolean => decision !== null && !isProposed(decision);
