// No page lives at this address.
import { Button, Card, EmptyState } from '@medspasync/ui';
import { Compass } from 'lucide-react';
import { Link } from 'react-router';
import { paths } from '../config/paths.ts';
import { Page } from '../lib/page.tsx';

export function NotFound() {
  return (
    <Page title="Page not found">
      <Card>
        <EmptyState
          icon={Compass}
          title="There is nothing at this address"
          action={
            <Button asChild>
              <Link to={paths.home}>Go to the overview</Link>
            </Button>
          }
        >
          It may have been mistyped, or what it showed is gone.
        </EmptyState>
      </Card>
    </Page>
  );
}
