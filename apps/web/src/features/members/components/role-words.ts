// What each role may do, in a line.
import type { Role } from '@medspasync/schemas';

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  admin: 'Everything, and who may do what',
  manager: 'Starts reconciliations and decides',
  reviewer: 'Uploads files and decides what is doubtful',
  viewer: 'Reads and exports',
};
