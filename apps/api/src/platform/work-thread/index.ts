export type { WorkSession } from './work-session.ts';
export { WorkThread } from './work-thread.ts';
