// Recovery codes, the one time they are shown.
import { Button, Callout } from '@medspasync/ui';
import { Copyable } from '../../../lib/copyable.tsx';

export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  return (
    <div className="grid gap-4">
      <Callout tone="warning" title="Keep these where your phone is not">
        Each one signs you in once, should the phone be lost. They are not shown again.
      </Callout>
      <Copyable label="the recovery codes" text={codes.join('\n')} />
      <Button className="justify-self-start" onClick={onDone}>
        I have kept them
      </Button>
    </div>
  );
}
