// What can be done with the row in hand, as buttons that show their keys. On a phone, all but the verdict are in a menu.
import type { ResultRowWire } from '@medspasync/schemas';
import { Button, type ButtonProps, Kbd, Menu, MenuItem } from '@medspasync/ui';
import { Ellipsis, Undo2 } from 'lucide-react';
import { actionsFor, ROW_ACTIONS, type RowAction } from './review-actions.ts';

export interface ActionBarProps {
  row: ResultRowWire;
  lettersOn: boolean;
  /** Which decision an undo takes back: `approved R-104`; undefined where there is none. */
  undoWords: string | undefined;
  /** False for a role that may only look. */
  mayDecide: boolean;
  onAct: (action: RowAction) => void;
  onUndo: () => void;
}

/** As many as a thumb reaches: yes and no, or what stands in for them where there is no pair. */
const MAIN_ACTIONS = 2;

export function ActionBar({ row, lettersOn, undoWords, mayDecide, onAct, onUndo }: ActionBarProps) {
  const undoLabel = undoWords ? `Undo: ${undoWords}` : 'Undo';
  if (!mayDecide) {
    return <p className="text-ink-soft text-sm">Your role may look at these, but not decide.</p>;
  }
  const actions = actionsFor(row);
  const [main, others] = [actions.slice(0, MAIN_ACTIONS), actions.slice(MAIN_ACTIONS)];
  const key = (name: string) => lettersOn && <KeyHint name={name} />;
  const button = (action: RowAction, look: ButtonProps) => {
    const { icon: Icon, key: letter, label } = ROW_ACTIONS[action];
    return (
      <Button key={action} onClick={() => onAct(action)} {...look}>
        <Icon aria-hidden />
        {label}
        {key(letter)}
      </Button>
    );
  };
  return (
    <div role="toolbar" aria-label="Decide" className="grid gap-1.5">
      <div className="flex items-center gap-2">
        {main.map((action, index) =>
          button(action, {
            size: 'lg',
            variant: index === 0 ? 'primary' : 'secondary',
            className: 'flex-1 px-3 lg:flex-none lg:px-5',
            ...(action === 'approve' && { 'aria-keyshortcuts': 'Enter' }),
          }),
        )}
        <div className="lg:hidden">
          <Menu
            trigger={
              <Button size="lg" variant="secondary" className="px-3" aria-label="More actions">
                <Ellipsis aria-hidden />
              </Button>
            }
          >
            {others.map((action) => {
              const { icon: Icon, label } = ROW_ACTIONS[action];
              return (
                <MenuItem key={action} onSelect={() => onAct(action)}>
                  <Icon aria-hidden />
                  {label}
                </MenuItem>
              );
            })}
          </Menu>
        </div>
        <Button
          size="lg"
          variant="ghost"
          className="ml-auto min-w-0 px-3"
          aria-label={undoLabel}
          disabled={!undoWords}
          onClick={onUndo}
        >
          <Undo2 aria-hidden />
          <span className="truncate max-sm:sr-only">{undoLabel}</span>
          {key('U')}
        </Button>
      </div>
      <div className="-ml-2.5 flex flex-wrap items-center gap-x-1 max-lg:hidden">
        {others.map((action) => button(action, { variant: 'ghost', className: 'px-2.5' }))}
      </div>
    </div>
  );
}

function KeyHint({ name }: { name: string }) {
  return (
    <Kbd aria-hidden className="max-lg:hidden">
      {name}
    </Kbd>
  );
}
