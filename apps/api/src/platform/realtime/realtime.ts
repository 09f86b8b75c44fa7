// Socket.IO on the API's own port: a member of an organization joins its room and hears its events, for as long as the
// session stands and may look at jobs.
import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import type { AccessClaims, AccessTokens } from '../crypto/index.ts';
import { Refusal } from '../errors/index.ts';
import { isAllowedOrigin } from '../http/index.ts';
import type { Authenticator } from '../identity/index.ts';
import type { Logger } from '../logging/index.ts';
import type { Metrics } from '../metrics/index.ts';
import type { PublishedEvent } from '../queue/index.ts';
import type { RedisClient } from '../redis/index.ts';
import { openFanOut } from './fan-out.ts';

export interface Realtime {
  /** To the organization's members on every API process. */
  publish(event: PublishedEvent): void;
  /** To those connected here: for events that every API process hears itself, as those of the queue. */
  publishHere(event: PublishedEvent): void;
  close(): Promise<void>;
}

/** How often the sessions behind open sockets are looked at: a revoked one is cut off within this time. */
const SESSION_CHECK_MS = 4000;

const roomOf = (organizationId: string): string => `organization:${organizationId}`;

interface SocketData {
  claims: AccessClaims;
}

type MemberSocket = Socket<object, Record<string, (payload: object) => void>, object, SocketData>;

export async function openRealtime(options: {
  httpServer: HttpServer;
  corsOrigins: readonly string[];
  tokens: AccessTokens;
  authenticator: Authenticator;
  redis: RedisClient | undefined;
  metrics: Metrics;
  logger: Logger;
}): Promise<Realtime> {
  const { authenticator, corsOrigins, metrics, tokens } = options;
  const everyone = corsOrigins.includes('*');
  const io = new Server<object, Record<string, (payload: object) => void>, object, SocketData>(
    options.httpServer,
    {
      serveClient: false,
      // `*` never goes with credentials, as for the rest of the API.
      cors: { origin: everyone ? '*' : [...corsOrigins], credentials: !everyone },
      allowRequest: (request, allow) => allow(null, isAllowedOrigin(corsOrigins, request.headers.origin)),
    },
  );
  const fanOut = options.redis && (await openFanOut(options.redis, options.logger));
  if (fanOut) io.adapter(fanOut.adapter);

  io.use(async (socket, next) => {
    try {
      const claims = await tokens.verify(String(socket.handshake.auth.token ?? ''));
      if (!(await mayListen(claims, authenticator))) throw new Refusal('auth.forbidden');
      socket.data.claims = claims;
      next();
    } catch (error) {
      next(new Error(error instanceof Refusal ? error.code : 'internal.error'));
    }
  });
  io.on('connection', (socket) => {
    void socket.join(roomOf(socket.data.claims.organizationId));
    metrics.sockets.inc();
    socket.once('disconnect', () => metrics.sockets.dec());
  });

  const sessionCheck = setInterval(() => {
    disconnectWhoMayNot([...io.sockets.sockets.values()], authenticator).catch((error: unknown) =>
      options.logger.warn({ err: error }, 'could not check the sessions of sockets'),
    );
  }, SESSION_CHECK_MS);
  sessionCheck.unref();

  return {
    publish: ({ organizationId, event, payload }) => io.to(roomOf(organizationId)).emit(event, payload),
    publishHere: ({ organizationId, event, payload }) =>
      io.local.to(roomOf(organizationId)).emit(event, payload),
    async close() {
      clearInterval(sessionCheck);
      io.local.disconnectSockets(true);
      io.engine.close();
      await fanOut?.close();
    },
  };
}

/** Whoever may look at jobs hears of them; a session that lacks its second factor may nothing. */
const mayListen = async (claims: AccessClaims, authenticator: Authenticator): Promise<boolean> =>
  (await authenticator.permissionsOf(claims)).has('reconciliation:outline');

async function disconnectWhoMayNot(sockets: MemberSocket[], authenticator: Authenticator): Promise<void> {
  const claimsOf = new Map(sockets.map(({ data }) => [data.claims.sessionId, data.claims]));
  for (const [sessionId, claims] of claimsOf) {
    const mayStay = await mayListen(claims, authenticator).catch((error: unknown) => {
      if (error instanceof Refusal) return false;
      throw error;
    });
    if (mayStay) continue;
    for (const socket of sockets) if (socket.data.claims.sessionId === sessionId) socket.disconnect(true);
  }
}
