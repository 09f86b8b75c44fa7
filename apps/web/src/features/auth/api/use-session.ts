// The session as React state.
import { useSyncExternalStore } from 'react';
import { api } from '../../../lib/api.ts';

/** The present state; the component renders again when it changes. */
export const useSession = () => useSyncExternalStore(api.session.subscribe, api.session.state);
