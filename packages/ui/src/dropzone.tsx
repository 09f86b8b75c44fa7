// A place to drop one file, or to choose it: a real file input, so keyboard and screen reader work as usual.
import { type DragEvent, type ReactNode, useId, useState } from 'react';
import { cn } from './class-names.ts';

export interface DropzoneProps {
  /** Accessible name of the file input. */
  label: string;
  /** As in `<input accept>`. */
  accept: string;
  disabled?: boolean;
  onFile: (file: File) => void;
  className?: string;
  /** What is seen inside. */
  children: ReactNode;
}

export function Dropzone({ label, accept, disabled, onFile, className, children }: DropzoneProps) {
  const [dragOver, setDragOver] = useState(false);
  const id = useId();
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setDragOver(false);
    const file = event.dataTransfer.files[0];
    if (file && !disabled) onFile(file);
  };
  return (
    <label
      htmlFor={id}
      onDragOver={(event) => {
        event.preventDefault();
        setDragOver(true);
      }}
      onDragLeave={() => setDragOver(false)}
      onDrop={onDrop}
      className={cn(
        'relative block cursor-pointer rounded-card border-2 border-line-strong/50 border-dashed bg-surface transition-colors hover:border-accent hover:bg-accent-soft/40 has-focus-visible:border-accent has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2',
        dragOver && 'border-accent bg-accent-soft/60',
        disabled && 'pointer-events-none opacity-60',
        className,
      )}
    >
      <input
        id={id}
        type="file"
        aria-label={label}
        accept={accept}
        disabled={disabled}
        className="sr-only"
        onChange={(event) => {
          const file = event.target.files?.[0];
          // Cleared, so that choosing the same file again counts as a change.
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
      {children}
    </label>
  );
}
