'use client';
// Whether the API is up, in a word, a shape and a colour.
import {
  askPublicStatus,
  type ShownStatus,
  STATUS_WORD,
  watchPublicStatus,
} from '@medspasync/api-client/status-watch';
import { useEffect, useState } from 'react';
import { API_ORIGIN } from '../config/env.ts';
import { Badge } from './primitives.ts';

const TONE = { checking: 'neutral', operational: 'success', degraded: 'warning', down: 'danger' } as const;

const SHAPE: Readonly<Record<ShownStatus, string>> = {
  checking: 'M2 6h.01M6 6h.01M10 6h.01',
  operational: 'M1.5 6.5 4.5 9.5 10.5 2.5',
  degraded: 'M6 1.5v5.5M6 10.5h.01',
  down: 'M2 2l8 8M10 2l-8 8',
};

export function StatusBadge() {
  const [status, setStatus] = useState<ShownStatus>('checking');

  useEffect(
    () => watchPublicStatus({ ask: () => askPublicStatus(API_ORIGIN), onStatus: setStatus, page: document }),
    [],
  );

  return (
    <Badge tone={TONE[status]} role="status">
      <svg
        viewBox="0 0 12 12"
        className="fill-none stroke-2 stroke-current"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        <path d={SHAPE[status]} />
      </svg>
      API: {STATUS_WORD[status]}
    </Badge>
  );
}
