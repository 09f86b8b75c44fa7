// Everything every page stands on, from the outside in.
import { ToastProvider } from '@medspasync/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { RouterProvider } from 'react-router';
import { Announcer } from '../lib/announcer.tsx';
import { api } from '../lib/api.ts';
import { IdleGuard } from '../lib/idle/idle-guard.tsx';
import { clearWhenSignedOut, createQueryClient } from '../lib/query-client.ts';
import { router } from './router.tsx';

export function App() {
  const [queryClient] = useState(createQueryClient);
  useEffect(() => {
    const stop = clearWhenSignedOut(queryClient);
    void api.session.restore();
    return stop;
  }, [queryClient]);
  return (
    <QueryClientProvider client={queryClient}>
      <Announcer>
        <ToastProvider>
          <RouterProvider router={router} />
          <IdleGuard />
        </ToastProvider>
      </Announcer>
    </QueryClientProvider>
  );
}
