// The keyboard of the review screen. Letters can be switched off (WCAG 2.1.4): dictation and stray keys
// must not approve money. Enter and the arrows always work.
import { useEffect, useRef } from 'react';
import { LETTER_KEYS, type ReviewAction } from './review-actions.ts';

export type ReviewActions = Readonly<Record<ReviewAction, () => void>>;

/** Where a key already has a meaning of its own. */
const OWN_KEYS = 'input, textarea, select, [contenteditable="true"], dialog, [role="menu"]';
/** What Enter itself would press. */
const PRESSABLE = 'button, a, summary, [role="switch"]';

export function actionOf(event: KeyboardEvent, lettersOn: boolean): ReviewAction | undefined {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const target = event.target instanceof Element ? event.target : document.body;
  if (target.closest(OWN_KEYS)) return undefined;
  if (event.key === 'Enter') return event.repeat || target.closest(PRESSABLE) ? undefined : 'approve';
  if (!lettersOn) return undefined;
  const action = LETTER_KEYS[event.key.toLowerCase()];
  // A key held down moves through the queue; it decides once.
  return event.repeat && action !== 'next' && action !== 'previous' ? undefined : action;
}

export function useReviewKeys(actions: ReviewActions, lettersOn: boolean): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const action = actionOf(event, lettersOn);
      if (!action) return;
      event.preventDefault();
      latest.current[action]();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [lettersOn]);
}
