// A job's row: what was asked, how far it is, how it ended.
import type { JobStatus, LeftOutWire, PerformanceMetricsWire } from '@medspasync/schemas';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('jobs')
export class JobEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  status!: JobStatus;

  @Column('uuid', { name: 'reward_upload_id' })
  rewardUploadId!: string;

  @Column('uuid', { name: 'pos_upload_id' })
  posUploadId!: string;

  @Column('double precision')
  threshold!: number;

  @Column('bytea', { name: 'request_digest' })
  requestDigest!: Buffer;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'enqueued_at', nullable: true })
  enqueuedAt!: Date | null;

  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt!: Date | null;

  @Column('timestamptz', { name: 'completed_at', nullable: true })
  completedAt!: Date | null;

  @Column('timestamptz', { name: 'cancel_requested_at', nullable: true })
  cancelRequestedAt!: Date | null;

  /** Each start has an id of its own in the queue. */
  @Column('int')
  retries!: number;

  @Column('timestamptz', { name: 'undone_at', nullable: true })
  undoneAt!: Date | null;

  @Column('text', { nullable: true })
  stage!: string | null;

  @Column('int', { name: 'total_transactions' })
  totalTransactions!: number;

  @Column('int', { name: 'processed_transactions' })
  processedTransactions!: number;

  @Column('int', { name: 'matches_found' })
  matchesFound!: number;

  @Column('text', { array: true })
  errors!: string[];

  @Column('jsonb', { name: 'left_out' })
  leftOut!: LeftOutWire[];

  @Column('jsonb', { name: 'performance_metrics', nullable: true })
  performanceMetrics!: PerformanceMetricsWire | null;

  @Column('text', { name: 'model_version', nullable: true })
  modelVersion!: string | null;

  @Column('text', { name: 'plan_version', nullable: true })
  planVersion!: string | null;
}
