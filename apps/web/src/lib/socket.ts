// The one Socket.IO connection, opened when first needed; its code is loaded then, too.
import type { Socket } from 'socket.io-client';
import { env } from '../config/env.ts';
import { api } from './api.ts';

let opening: Promise<Socket> | undefined;

async function openSocket(): Promise<Socket> {
  const { io } = await import('socket.io-client');
  const socket = io(env.apiOrigin, {
    // Asked anew at every attempt: the token may have been renewed since.
    auth: (answer) => answer({ token: api.session.accessToken() }),
  });
  // A refused handshake is not retried by itself; most often the token has run out.
  socket.on('connect_error', async () => {
    if (socket.active) return;
    if (await api.session.refresh().catch(() => false)) socket.connect();
  });
  return socket;
}

/** The shared connection. It follows the session: signing out closes it. */
export function socketConnection(): Promise<Socket> {
  opening ??= openSocket();
  return opening;
}

api.session.subscribe(() => {
  if (api.session.state().status === 'signed-in' || !opening) return;
  void opening.then((socket) => socket.disconnect());
  opening = undefined;
});
