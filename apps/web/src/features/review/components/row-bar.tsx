// Above the row in hand: where it stands in the queue, and the ways to the others.
import { Button } from '@medspasync/ui';
import { ChevronLeft, ChevronRight, Keyboard, ListChecks } from 'lucide-react';
import { formatCount } from '../../../lib/counts.ts';

export interface RowBarProps {
  /** From 0. */
  position: number;
  length: number;
  onSelect: (position: number) => void;
  /** Undefined where there is nothing to approve together. */
  onSeveral: (() => void) | undefined;
  onHelp: () => void;
}

export function RowBar({ position, length, onSelect, onSeveral, onHelp }: RowBarProps) {
  return (
    <div className="flex items-center justify-between gap-2 border-line border-b py-1 pr-2 pl-5">
      <p className="tabular text-ink-soft text-sm">
        {formatCount(position + 1)} of {formatCount(length)}
      </p>
      <div className="flex gap-1">
        {onSeveral && (
          <Button variant="ghost" className="px-3" onClick={onSeveral}>
            <ListChecks aria-hidden />
            Several at once
          </Button>
        )}
        <Button variant="ghost" size="icon" aria-label="Previous" onClick={() => onSelect(position - 1)}>
          <ChevronLeft aria-hidden />
        </Button>
        <Button variant="ghost" size="icon" aria-label="Next" onClick={() => onSelect(position + 1)}>
          <ChevronRight aria-hidden />
        </Button>
        <Button
          variant="ghost"
          size="icon"
          className="max-md:hidden"
          aria-label="Keyboard help"
          onClick={onHelp}
        >
          <Keyboard aria-hidden />
        </Button>
      </div>
    </div>
  );
}
