// What was sold and under which program, side by side.
import { type Describe, MISSING, type Records } from '../domain.ts';
import { productLevel, programLevel } from './measure-service.ts';

const PROGRAM_WORDS = ['different programs', 'program fits', 'same program'] as const;
const PRODUCT_WORDS = [
  'different kinds of treatment',
  'another product of the same kind',
  'kind of treatment fits',
  'same product',
] as const;

export function describeService(records: Records): Describe {
  const { rewards, pos, services } = records;
  return (r, p) => {
    const said: string[] = [];
    const a = rewards.service[r]!;
    const b = pos.service[p]!;
    if (a !== MISSING && b !== MISSING) {
      const product = productLevel(records, a, b);
      if (!Number.isNaN(product)) said.push(PRODUCT_WORDS[product]!);
      else said.push(services.text[a] === services.text[b] ? 'same service' : 'services worded differently');
    }
    const program = programLevel(records, r, p);
    if (!Number.isNaN(program)) said.push(PROGRAM_WORDS[program]!);
    return said.length === 0 ? 'No service to compare' : sentence(said.join(', '));
  };
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
