export { openRealtime } from './realtime.ts';
