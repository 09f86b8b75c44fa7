// The stages of a run: behind it, at it, ahead of it.
import { cn } from '@medspasync/ui';
import { Check, Circle, LoaderCircle } from 'lucide-react';
import { STAGES } from './stage-words.ts';

/** What comes after the last stage of the engine belongs to saving. */
const positionOf = (stage: string): number =>
  stage === 'done' || stage === 'completed'
    ? STAGES.length - 1
    : STAGES.findIndex((known) => known.stage === stage);

export function StageList({ stage }: { stage: string }) {
  const present = positionOf(stage);
  return (
    <ol aria-label="Stages" className="text-sm sm:columns-2">
      {STAGES.map(({ stage: name, words }, index) => {
        const Icon = index < present ? Check : index === present ? LoaderCircle : Circle;
        return (
          <li
            key={name}
            aria-current={index === present ? 'step' : undefined}
            className={cn(
              'flex items-center gap-2.5 pb-2.5',
              index <= present ? 'text-ink' : 'text-ink-faint',
            )}
          >
            <Icon
              aria-hidden
              className={cn(
                'size-4 shrink-0',
                index < present && 'text-success-ink',
                index === present && 'animate-spin text-accent-ink',
              )}
            />
            {words}
            {index < present && <span className="sr-only">, done</span>}
          </li>
        );
      })}
    </ol>
  );
}
