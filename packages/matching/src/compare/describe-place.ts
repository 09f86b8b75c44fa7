// Whether provider and location agree.
import { type Describe, MISSING, type Records } from '../domain.ts';
import { placeSimilarity, SAME_PLACE_FROM } from './measure-place.ts';

export function describePlace(records: Records): Describe {
  const { rewards, pos, providers, locations } = records;
  const say = (what: string, a: number, b: number, text: string[]): string[] => {
    if (a === MISSING || b === MISSING) return [];
    return [placeSimilarity(text[a]!, text[b]!) >= SAME_PLACE_FROM ? `same ${what}` : `different ${what}`];
  };
  return (r, p) => {
    const said = [
      ...say('provider', rewards.provider[r]!, pos.provider[p]!, providers.text),
      ...say('location', rewards.location[r]!, pos.location[p]!, locations.text),
    ].join(', ');
    return said === '' ? 'No provider or location to compare' : said.charAt(0).toUpperCase() + said.slice(1);
  };
}
