// The way to a new reconciliation, for those whose role starts one, where the organization has it turned on.
import { Button, type ButtonProps } from '@medspasync/ui';
import { Link } from 'react-router';
import { paths } from '../config/paths.ts';
import { useFeature, useMay } from '../lib/session.ts';

export function StartLink({ variant }: Pick<ButtonProps, 'variant'>) {
  const mayStart = useMay('reconciliation:start');
  const isOn = useFeature('ai_reconciliation');
  if (!mayStart || !isOn) return null;
  return (
    <Button asChild variant={variant}>
      <Link to={paths.newReconciliation}>New reconciliation</Link>
    </Button>
  );
}
