// The way to a new reconciliation, for those whose role starts one.
import { Button, type ButtonProps } from '@medspasync/ui';
import { Link } from 'react-router';
import { env } from '../config/env.ts';
import { paths } from '../config/paths.ts';
import { useMay } from '../lib/session.ts';

export function StartLink({ variant }: Pick<ButtonProps, 'variant'>) {
  const mayStart = useMay('reconciliation:start');
  if (!mayStart || !env.canReconcile) return null;
  return (
    <Button asChild variant={variant}>
      <Link to={paths.newReconciliation}>New reconciliation</Link>
    </Button>
  );
}
