// Tells an administrator, wherever they are in the app, that somebody has opened emergency access.
import { BREAK_GLASS_EVENT } from '@medspasync/schemas';
import { useToast } from '@medspasync/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '../../../config/paths.ts';
import { queryKeys } from '../../../lib/query-keys.ts';
import { socketConnection } from '../../../lib/socket.ts';

export function EmergencyAlert() {
  const showToast = useToast();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  useEffect(() => {
    let isGone = false;
    let stop = () => {};
    const alert = () => {
      void queryClient.invalidateQueries({ queryKey: queryKeys.emergencyAccess });
      showToast({
        title: 'Emergency access was opened',
        description: 'Somebody without patient access sees patients for now.',
        tone: 'warning',
        action: {
          label: 'Look',
          altText: 'Open Emergency access in the settings',
          onSelect: () => void navigate(paths.emergencyAccess),
        },
      });
    };
    socketConnection().then(
      (socket) => {
        if (isGone) return;
        socket.on(BREAK_GLASS_EVENT, alert);
        stop = () => socket.off(BREAK_GLASS_EVENT, alert);
      },
      // The code of the socket could not be loaded: the list in the settings tells all the same.
      () => undefined,
    );
    return () => {
      isGone = true;
      stop();
    };
  }, [navigate, queryClient, showToast]);
  return null;
}
