// One side of a job: a file someone sent, or the transactions of a request body.
import type { SkippedRow, UploadMappingWire, UploadSide } from '@medspasync/schemas';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('uploads')
export class UploadEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  side!: UploadSide;

  @Column('text')
  origin!: 'file' | 'request';

  @Column('text')
  filename!: string;

  /** PostgreSQL's bigint arrives as text; nothing here calculates with it. */
  @Column('bigint', { name: 'size_bytes' })
  sizeBytes!: string;

  @Column('bytea', { nullable: true, select: false })
  sha256!: Buffer | null;

  /** As the wire shows it; null for a request body. */
  @Column('jsonb', { nullable: true })
  mapping!: UploadMappingWire | null;

  @Column('jsonb')
  skipped!: SkippedRow[];

  @Column('int', { name: 'transactions_count' })
  transactionsCount!: number;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
