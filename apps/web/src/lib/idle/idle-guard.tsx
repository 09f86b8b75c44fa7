// Signs out whoever has left: a warning with a way to stay, then the session and everything on the screen are gone.
import { Button, Dialog } from '@medspasync/ui';
import { useEffect, useState } from 'react';
import { api } from '../api.ts';
import { useSession } from '../session.ts';
import { noteInput } from './last-input.ts';
import { watchIdleness } from './watch-idleness.ts';

export function IdleGuard() {
  const session = useSession();
  const idleSeconds = session.status === 'signed-in' ? session.user.idle_seconds : undefined;
  const [secondsLeft, setSecondsLeft] = useState<number>();
  useEffect(() => {
    if (idleSeconds === undefined) return;
    const stop = watchIdleness(idleSeconds * 1000, {
      onWarning: setSecondsLeft,
      onIdle: () => void api.session.expire(),
      // Whatever is wrong with it, the next call of the page tells.
      onWork: () => void api.http.GET('/auth/session').catch(() => undefined),
    });
    return () => {
      stop();
      setSecondsLeft(undefined);
    };
  }, [idleSeconds]);
  if (secondsLeft === undefined) return null;
  return (
    <Dialog
      open
      onClose={noteInput}
      title="Are you still there?"
      description="Nobody has used the app for a while. It signs out by itself, so that no data of patients stays on the screen."
    >
      <p role="timer" aria-live="off" className="text-sm">
        {`Signing out in ${secondsLeft} ${secondsLeft === 1 ? 'second' : 'seconds'}.`}
      </p>
      <div className="mt-5 flex flex-wrap gap-2.5">
        <Button onClick={noteInput}>Stay signed in</Button>
        <Button variant="secondary" onClick={() => void api.session.expire()}>
          Sign out now
        </Button>
      </div>
    </Dialog>
  );
}
