// One click into the sandbox: no password to look up, no real patient to worry about.
import { Button } from '@medspasync/ui';
import { useMutation } from '@tanstack/react-query';
import { ArrowRight } from 'lucide-react';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { enterSandbox } from '../api/sandbox.ts';

export function SandboxEntry() {
  const enter = useMutation({ mutationFn: enterSandbox });
  return (
    <div className="grid gap-3">
      <p className="text-ink-soft text-sm">
        Three locations and two months of rewards and sales, all made up. Try anything; it starts afresh with
        the server.
      </p>
      {enter.isError && <ProblemNotice error={enter.error} />}
      <Button size="lg" busy={enter.isPending} onClick={() => enter.mutate()}>
        Enter the sandbox
        {!enter.isPending && <ArrowRight aria-hidden />}
      </Button>
    </div>
  );
}
