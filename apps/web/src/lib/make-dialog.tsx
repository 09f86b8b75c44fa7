// Making what has a secret: a button, the form behind it, and then the secret, the only time it is shown.
import { Button, Callout, Dialog } from '@medspasync/ui';
import type { LucideIcon } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Copyable } from './copyable.tsx';

export interface MadeSecret {
  title: string;
  /** What to do with it. */
  words: ReactNode;
  /** As it is called when it is copied, such as "the key". */
  label: string;
  secret: string;
}

export interface MakeDialogProps {
  /** On the button. */
  action: string;
  icon: LucideIcon;
  title: string;
  /** Undefined until it is made. */
  made: MadeSecret | undefined;
  /** To begin anew: what was typed and what was made are forgotten. */
  onClosed: () => void;
  /** The form. */
  children: ReactNode;
}

export function MakeDialog({ action, icon: Icon, title, made, onClosed, children }: MakeDialogProps) {
  const [isOpen, setIsOpen] = useState(false);
  const close = () => {
    setIsOpen(false);
    onClosed();
  };
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>
        <Icon aria-hidden />
        {action}
      </Button>
      <Dialog open={isOpen} onClose={close} title={title}>
        {made ? (
          <div className="grid gap-4">
            <Callout tone="success" title={made.title}>
              {made.words}
            </Callout>
            <Copyable label={made.label} text={made.secret} />
            <Button className="justify-self-start" onClick={close}>
              Done
            </Button>
          </div>
        ) : (
          children
        )}
      </Dialog>
    </>
  );
}
