// Pages with data of patients: for members who see none, a word on why, and the way for an emergency.
import { Button, Card, EmptyState } from '@medspasync/ui';
import { EyeOff } from 'lucide-react';
import { Link, Outlet } from 'react-router';
import { paths } from '../config/paths.ts';
import { Page } from '../lib/page.tsx';
import { useMay, useUser } from '../lib/session.ts';

export function RequirePatientAccess() {
  const { patient_access } = useUser();
  const mayOpen = useMay('break-glass:open');
  if (patient_access) return <Outlet />;
  return (
    <Page title="No patient access">
      <Card>
        <EmptyState
          icon={EyeOff}
          title="You see no data of patients"
          action={
            mayOpen && (
              <Button asChild variant="secondary">
                <Link to={paths.emergencyAccess}>It is an emergency</Link>
              </Button>
            )
          }
        >
          An administrator has set your membership so. The settings are open to you as ever.
        </EmptyState>
      </Card>
    </Page>
  );
}
