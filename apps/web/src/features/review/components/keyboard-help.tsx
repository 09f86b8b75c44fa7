// The keys of the review screen, and the switch for single letters.
import { Dialog, Kbd, Switch } from '@medspasync/ui';

const KEYS: readonly { keys: string[]; does: string; letter: boolean }[] = [
  { keys: ['Enter'], does: 'Approve and go on', letter: false },
  { keys: ['A'], does: 'Approve and go on', letter: true },
  { keys: ['R'], does: 'Reject and go on', letter: true },
  { keys: ['1'], does: 'Pair with the second best instead', letter: true },
  { keys: ['F'], does: 'Find another sale; there, 1 to 5 choose one', letter: true },
  { keys: ['S'], does: 'Split over several sales', letter: true },
  { keys: ['W'], does: 'Write off, with a reason', letter: true },
  { keys: ['N'], does: 'Write a note', letter: true },
  { keys: ['@'], does: 'Give it to a member', letter: true },
  { keys: ['U'], does: 'Undo the last decision', letter: true },
  { keys: ['J', 'K'], does: 'Next, previous', letter: true },
  { keys: ['↓', '↑'], does: 'Next, previous, in the queue', letter: false },
  { keys: ['?'], does: 'This help', letter: true },
];

export interface KeyboardHelpProps {
  open: boolean;
  lettersOn: boolean;
  onLetters: (on: boolean) => void;
  onClose: () => void;
}

export function KeyboardHelp({ open, lettersOn, onLetters, onClose }: KeyboardHelpProps) {
  return (
    <Dialog open={open} onClose={onClose} title="Keyboard">
      <dl className="mb-5 grid gap-2.5 text-sm">
        {KEYS.map(({ keys, does, letter }) => (
          <div key={keys.join()} className={letter && !lettersOn ? 'flex gap-4 line-through' : 'flex gap-4'}>
            <dt className="flex w-16 gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd className="text-ink-soft">{does}</dd>
          </div>
        ))}
      </dl>
      <Switch label="Single-letter keys" checked={lettersOn} onCheckedChange={onLetters} />
    </Dialog>
  );
}
