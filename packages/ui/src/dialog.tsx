// A modal dialog on the browser's own <dialog>: focus is trapped, the page behind is inert and Escape closes,
// with no injected <style>, which a strict content security policy would refuse.
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './button.tsx';
import { cn } from './class-names.ts';

export interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  description?: ReactNode;
  className?: string;
  children?: ReactNode;
}

export function Dialog({ open, onClose, title, description, className, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    if (open) {
      element.current?.showModal();
      // The browser would take the button that closes: what is to be filled in comes first.
      element.current?.querySelector<HTMLElement>('input, select, textarea')?.focus();
    } else if (element.current?.open) element.current.close();
  }, [open]);
  return (
    <dialog
      ref={element}
      aria-labelledby={`${id}-title`}
      aria-describedby={description ? `${id}-description` : undefined}
      onClose={onClose}
      // A press on the backdrop lands on the dialog itself; a press inside lands on its content. Escape is the keyboard's way.
      onMouseDown={(event) => event.target === event.currentTarget && element.current?.close()}
      className={cn(
        'm-auto max-h-[85dvh] w-[min(34rem,calc(100vw-2rem))] overflow-auto rounded-card border border-line bg-raised text-ink shadow-float backdrop:bg-[#1a0f18]/50 open:animate-appear',
        className,
      )}
    >
      {open && (
        <div className="p-4 sm:p-6">
          <div className="mb-4 flex items-start justify-between gap-4">
            <h2 id={`${id}-title`} className="font-semibold text-title">
              {title}
            </h2>
            <Button variant="ghost" size="icon" className="-mt-2 -mr-2" aria-label="Close" onClick={onClose}>
              <X aria-hidden />
            </Button>
          </div>
          {description && (
            <p id={`${id}-description`} className="mb-4 text-ink-soft text-sm">
              {description}
            </p>
          )}
          {children}
        </div>
      )}
    </dialog>
  );
}
