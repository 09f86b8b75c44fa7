// Who is calling: what authentication found out and controllers pass on.
import type { Role } from '@medspasync/schemas';
import type { Permission } from './permissions.ts';

export interface Caller {
  organizationId: string;
  /** The person signed in, or who made the API key. */
  userId: string;
  /** Of the person today, whatever it was when the token was made. */
  role: Role;
  /** Null with an API key. */
  sessionId: string | null;
  /** Null with an access token. */
  apiKeyId: string | null;
  permissions: ReadonlySet<Permission>;
  /** True: there are no permissions until a second factor is set up. */
  lacksSecondFactor?: boolean;
}
