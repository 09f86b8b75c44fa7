// Something to take away, shown once: a link, a key, a list of codes, with a button that copies it.
import { Button, useToast } from '@medspasync/ui';
import { Check, Copy } from 'lucide-react';
import { useState } from 'react';

export interface CopyableProps {
  /** Read out with the button. */
  label: string;
  text: string;
}

export function Copyable({ label, text }: CopyableProps) {
  const showToast = useToast();
  const [isCopied, setIsCopied] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setIsCopied(true),
      () => showToast({ title: 'Not copied', description: 'Select the text instead.', tone: 'warning' }),
    );
  return (
    <div className="flex items-start gap-3 rounded-control border border-line bg-sunken p-3 max-sm:flex-col">
      <code className="min-w-0 max-w-full flex-1 whitespace-pre-wrap break-all text-sm">{text}</code>
      <Button size="sm" variant="secondary" aria-label={`Copy ${label}`} onClick={() => void copy()}>
        {isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
        {isCopied ? 'Copied' : 'Copy'}
      </Button>
    </div>
  );
}
