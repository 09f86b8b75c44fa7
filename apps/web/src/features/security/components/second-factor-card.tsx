// Whether there is a second factor, and the way to one or away from it.
import { Badge, Button, Card, CardBody, CardHeader, CardTitle, Skeleton } from '@medspasync/ui';
import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { countOf } from '../../../lib/counts.ts';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { useSecondFactor } from '../api/account.ts';
import { ProveBothDialog } from './prove-both-dialog.tsx';
import { SetUpDialog } from './set-up-dialog.tsx';

/** From here on, it is time to make new ones. */
const FEW_CODES = 3;

export function SecondFactorCard() {
  const { data, error, isPending, refetch } = useSecondFactor();
  const [open, setOpen] = useState<'set-up' | 'disable' | 'renew'>();
  const close = () => setOpen(undefined);
  return (
    <Card aria-labelledby="second-factor">
      <CardHeader className="items-center justify-between">
        <CardTitle id="second-factor">Second factor</CardTitle>
        {data?.has_second_factor && (
          <Badge tone="success">
            <ShieldCheck aria-hidden />
            On
          </Badge>
        )}
      </CardHeader>
      <CardBody className="grid gap-4 text-sm">
        {isPending && <Skeleton className="h-16" />}
        {error && !data && <ProblemNotice error={error} onRetry={() => void refetch()} />}
        {data && !data.has_second_factor && (
          <>
            <p className="max-w-2xl text-ink-soft">
              A code of an authenticator app on your phone, asked for after the password. A stolen password
              alone then opens nothing.
            </p>
            <Button className="justify-self-start" onClick={() => setOpen('set-up')}>
              Set up a second factor
            </Button>
          </>
        )}
        {data?.has_second_factor && (
          <>
            <p className={data.recovery_codes_left <= FEW_CODES ? 'text-warning-ink' : 'text-ink-soft'}>
              {countOf(data.recovery_codes_left, 'recovery code')} left for the day your phone is lost.
            </p>
            <div className="flex flex-wrap gap-2.5">
              <Button variant="secondary" onClick={() => setOpen('renew')}>
                New recovery codes
              </Button>
              <Button variant="ghost" onClick={() => setOpen('disable')}>
                Turn off
              </Button>
            </div>
          </>
        )}
        <SetUpDialog open={open === 'set-up'} onClose={close} />
        <ProveBothDialog purpose="renew" open={open === 'renew'} onClose={close} />
        <ProveBothDialog purpose="disable" open={open === 'disable'} onClose={close} />
      </CardBody>
    </Card>
  );
}
