// Brief notices that can be taken back: each may carry one action, such as Undo. They pause under the pointer.
import { X } from 'lucide-react';
import { Toast as Primitive } from 'radix-ui';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import { Button } from './button.tsx';
import { cn } from './class-names.ts';
import type { Tone } from './tone.ts';

export interface ToastMessage {
  title: string;
  description?: string;
  tone?: Tone;
  /** `altText` tells how to do the same after the toast is gone. */
  action?: { label: string; altText: string; onSelect: () => void };
  durationMs?: number;
}

/** Returns how to take the toast away again. */
type ShowToast = (message: ToastMessage) => () => void;

const ToastContext = createContext<ShowToast | undefined>(undefined);

/** Long enough to read, reach and press Undo (WCAG 2.2.1: the action exists elsewhere too). */
const DEFAULT_DURATION_MS = 10_000;
/** Older ones give way, so that a fast worker never covers the page. */
const MAX_TOASTS = 2;

const EDGE: Readonly<Record<Tone, string>> = {
  neutral: 'border-l-line-strong',
  accent: 'border-l-accent',
  success: 'border-l-success',
  warning: 'border-l-warning',
  danger: 'border-l-danger',
  info: 'border-l-info',
};

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<(ToastMessage & { id: number })[]>([]);
  const lastId = useRef(0);
  const dismiss = useCallback((id: number) => {
    setToasts((shown) => shown.filter((toast) => toast.id !== id));
  }, []);
  const show = useCallback<ShowToast>(
    (message) => {
      lastId.current += 1;
      const id = lastId.current;
      setToasts((shown) => [...shown, { ...message, id }].slice(-MAX_TOASTS));
      return () => dismiss(id);
    },
    [dismiss],
  );
  const items = useMemo(
    () =>
      toasts.map((toast) => <ToastItem key={toast.id} toast={toast} onDismiss={() => dismiss(toast.id)} />),
    [toasts, dismiss],
  );
  return (
    <ToastContext value={show}>
      <Primitive.Provider duration={DEFAULT_DURATION_MS} swipeDirection="right">
        {children}
        {items}
        <Primitive.Viewport className="fixed right-3 z-50 m-0 flex list-none flex-col gap-2 p-0 max-md:top-3 max-md:left-3 md:right-4 md:bottom-4 md:w-[24rem]" />
      </Primitive.Provider>
    </ToastContext>
  );
}

function ToastItem({ toast, onDismiss }: { toast: ToastMessage; onDismiss: () => void }) {
  return (
    <Primitive.Root
      type="background"
      duration={toast.durationMs ?? DEFAULT_DURATION_MS}
      onOpenChange={(open) => !open && onDismiss()}
      className={cn(
        'flex animate-appear items-center gap-3 rounded-card border border-line border-l-4 bg-raised py-3 pr-2 pl-4 shadow-float',
        EDGE[toast.tone ?? 'neutral'],
      )}
    >
      <div className="min-w-0 flex-1">
        <Primitive.Title className="font-medium text-sm">{toast.title}</Primitive.Title>
        {toast.description && (
          <Primitive.Description className="text-ink-soft text-sm">{toast.description}</Primitive.Description>
        )}
      </div>
      {toast.action && (
        <Primitive.Action asChild altText={toast.action.altText}>
          <Button size="sm" variant="secondary" onClick={toast.action.onSelect}>
            {toast.action.label}
          </Button>
        </Primitive.Action>
      )}
      <Primitive.Close asChild>
        <Button size="icon" variant="ghost" className="size-8" aria-label="Dismiss">
          <X aria-hidden />
        </Button>
      </Primitive.Close>
    </Primitive.Root>
  );
}

/** Shows a toast; to be called under a `ToastProvider`. */
export function useToast(): ShowToast {
  const show = useContext(ToastContext);
  if (!show) throw new Error('useToast needs a ToastProvider above it');
  return show;
}
