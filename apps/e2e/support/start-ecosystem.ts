// Brings up what is not running, the way a newcomer does, and afterwards stops only what it brought up.
import { ecosystem, isRunning } from './ecosystem.ts';

export default function setup(): (() => void) | undefined {
  if (isRunning()) return undefined;
  ecosystem('start');
  return () => ecosystem('stop');
}
