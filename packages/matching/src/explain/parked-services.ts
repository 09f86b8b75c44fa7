// Which services of a job say that the reward went to the patient's balance. Each distinct text is read once.
import { saysParked } from '@medspasync/schemas';
import { MISSING, type ServiceTable } from '../domain.ts';

export function parkedServices({ text }: ServiceTable): (service: number) => boolean {
  const known: (boolean | undefined)[] = [];
  return (service) => {
    if (service === MISSING) return false;
    known[service] ??= saysParked(text[service]!);
    return known[service];
  };
}
