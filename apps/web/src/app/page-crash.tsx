// A page that broke: said plainly, with a way on. The error itself stays out of sight; it may quote data.
import { Button, Card, EmptyState } from '@medspasync/ui';
import { TriangleAlert } from 'lucide-react';
import { paths } from '../config/paths.ts';
import { Page } from '../lib/page.tsx';

export function PageCrash() {
  return (
    <Page title="Something went wrong">
      <Card role="alert">
        <EmptyState
          icon={TriangleAlert}
          title="This page could not be shown"
          action={
            <>
              <Button onClick={() => window.location.reload()}>Reload</Button>
              <Button asChild variant="secondary">
                <a href={paths.home}>Go to the overview</a>
              </Button>
            </>
          }
        >
          Nothing you decided before is lost. If it happens again, tell whoever looks after this server.
        </EmptyState>
      </Card>
    </Page>
  );
}
