// One side of a job: a file someone sent, or the transactions of a request body.
import type { UploadKind } from '@medspasync/schemas';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('uploads')
export class UploadEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  side!: UploadKind;

  @Column('text')
  origin!: 'file' | 'request';

  /** What the file says about itself, sealed: its name, mapping with samples, and rows that were not taken. */
  @Column('text')
  details!: string;

  @Column('text', { name: 'key_id' })
  keyId!: string;

  /** PostgreSQL's bigint arrives as text; nothing here calculates with it. */
  @Column('bigint', { name: 'size_bytes' })
  sizeBytes!: string;

  /** Null for a request body. */
  @Column('text', { name: 'layout_name', nullable: true })
  layoutName!: string | null;

  @Column('int', { name: 'skipped_count' })
  skippedCount!: number;

  @Column('int', { name: 'transactions_count' })
  transactionsCount!: number;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  /** Null while it is a preview. */
  @Column('timestamptz', { name: 'confirmed_at', nullable: true })
  confirmedAt!: Date | null;
}
