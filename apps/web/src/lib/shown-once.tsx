// A secret right after it was made: the only time it is shown.
import { Button, Callout } from '@medspasync/ui';
import type { ReactNode } from 'react';
import { Copyable } from './copyable.tsx';

export interface ShownOnceProps {
  title: string;
  /** What to do with it. */
  children: ReactNode;
  /** As it is called when it is copied, such as "the key". */
  label: string;
  secret: string;
  onDone: () => void;
}

export function ShownOnce({ title, children, label, secret, onDone }: ShownOnceProps) {
  return (
    <div className="grid gap-4">
      <Callout tone="success" title={title}>
        {children}
      </Callout>
      <Copyable label={label} text={secret} />
      <Button className="justify-self-start" onClick={onDone}>
        Done
      </Button>
    </div>
  );
}
