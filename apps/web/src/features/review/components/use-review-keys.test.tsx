// Which key does what on the review screen, and where keys must keep their own meaning.
import { jest } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ReviewActions, useReviewKeys } from './use-review-keys.ts';

function renderKeys(lettersOn = true) {
  const actions = {
    approve: jest.fn(),
    reject: jest.fn(),
    pair: jest.fn(),
    split: jest.fn(),
    writeOff: jest.fn(),
    note: jest.fn(),
    assign: jest.fn(),
    runnerUp: jest.fn(),
    undo: jest.fn(),
    next: jest.fn(),
    previous: jest.fn(),
    help: jest.fn(),
  } satisfies ReviewActions;
  const pressed = jest.fn();
  function Screen() {
    useReviewKeys(actions, lettersOn);
    return (
      <>
        <input aria-label="Search" />
        <button type="button" onClick={pressed}>
          Reject
        </button>
        <div role="listbox" tabIndex={0} aria-label="Queue" />
      </>
    );
  }
  render(<Screen />);
  return { actions, pressed, user: userEvent.setup() };
}

test.each([
  ['a', 'approve'],
  ['{Enter}', 'approve'],
  ['r', 'reject'],
  ['f', 'pair'],
  ['s', 'split'],
  ['w', 'writeOff'],
  ['n', 'note'],
  ['@', 'assign'],
  ['1', 'runnerUp'],
  ['u', 'undo'],
  ['j', 'next'],
  ['k', 'previous'],
  ['?', 'help'],
] as const)('%s does %s, once', async (key, action) => {
  const { actions, user } = renderKeys();
  await user.keyboard(key);
  const calls = Object.entries(actions).flatMap(([name, act]) => act.mock.calls.map(() => name));
  expect(calls).toEqual([action]);
});

test('switched off, letters do nothing and Enter still approves', async () => {
  const { actions, user } = renderKeys(false);
  await user.keyboard('arfswn@1uj?');
  expect(actions.approve).not.toHaveBeenCalled();
  expect(actions.reject).not.toHaveBeenCalled();
  await user.keyboard('{Enter}');
  expect(actions.approve).toHaveBeenCalledTimes(1);
});

test('typing a name into a field approves nothing', async () => {
  const { actions, user } = renderKeys();
  await user.type(screen.getByLabelText('Search'), 'Sarah{Enter}');
  expect(actions.approve).not.toHaveBeenCalled();
  expect(actions.reject).not.toHaveBeenCalled();
});

test('Enter on a focused button presses that button and approves nothing', async () => {
  const { actions, pressed, user } = renderKeys();
  screen.getByRole('button', { name: 'Reject' }).focus();
  await user.keyboard('{Enter}');
  expect(pressed).toHaveBeenCalledTimes(1);
  expect(actions.approve).not.toHaveBeenCalled();
});

test('Enter in the queue approves the row in hand', async () => {
  const { actions, user } = renderKeys();
  screen.getByRole('listbox').focus();
  await user.keyboard('{Enter}');
  expect(actions.approve).toHaveBeenCalledTimes(1);
});

test('shortcuts of the browser stay the browser’s', async () => {
  const { actions, user } = renderKeys();
  await user.keyboard('{Control>}r{/Control}{Meta>}a{/Meta}');
  expect(actions.reject).not.toHaveBeenCalled();
  expect(actions.approve).not.toHaveBeenCalled();
});

test('a key held down decides once', async () => {
  const { actions, user } = renderKeys();
  await user.keyboard('{a>5/}');
  expect(actions.approve).toHaveBeenCalledTimes(1);
});
