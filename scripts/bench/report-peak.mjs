// Loaded before a measured program: at its end, writes its peak memory in bytes to descriptor 3. No other way tells one
// child's peak on every system.
import { writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const PEAK_DESCRIPTOR = 3;
const BYTES_PER_UNIT = 1024;

if (isMainThread) {
  process.on('exit', () => writeSync(PEAK_DESCRIPTOR, `${process.resourceUsage().maxRSS * BYTES_PER_UNIT}`));
}
