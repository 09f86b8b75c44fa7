// What the services of a job mean: one vector per distinct wording, asked of the encoder once.
import type { Records, ServiceTable } from '../domain.ts';
import type { ServiceEncoder } from '../score/scorer.ts';
import { wordingOf } from './wording-buckets.ts';

/** The records with `services.meaning`, from the encoder's runtime. */
export async function understand(records: Records, encoder: ServiceEncoder): Promise<Records> {
  const { wordings, wordingOfText } = distinctWordings(records.services.text);
  return withMeaning(records, await encoder.encode(wordings), wordingOfText, encoder.manifest.width);
}

/** The same numbers at once, for a pair by itself or a trainer. */
export function understandNow(records: Records, encoder: ServiceEncoder): Records {
  const { wordings, wordingOfText } = distinctWordings(records.services.text);
  return withMeaning(records, encoder.encodeNow(wordings), wordingOfText, encoder.manifest.width);
}

/** The vector of one service's text, into its place among `services`. */
export function understandService(services: ServiceTable, id: number, encoder: ServiceEncoder): void {
  services.meaning.set(encoder.encodeNow([wordingOf(services.text[id]!)]), id * services.meaningWidth);
}

function distinctWordings(texts: readonly string[]): { wordings: string[]; wordingOfText: Int32Array } {
  const ids = new Map<string, number>();
  const wordingOfText = Int32Array.from(texts, (text) => {
    const wording = wordingOf(text);
    const id = ids.get(wording) ?? ids.size;
    ids.set(wording, id);
    return id;
  });
  return { wordings: [...ids.keys()], wordingOfText };
}

function withMeaning(
  records: Records,
  vectors: Float32Array,
  wordingOfText: Int32Array,
  width: number,
): Records {
  const meaning = new Float32Array(wordingOfText.length * width);
  for (const [text, wording] of wordingOfText.entries())
    meaning.set(vectors.subarray(wording * width, (wording + 1) * width), text * width);
  return { ...records, services: { ...records.services, meaning, meaningWidth: width } };
}
