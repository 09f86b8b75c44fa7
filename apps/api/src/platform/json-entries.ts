// Entries of a list that are JSON already: what was made into JSON beside the event loop goes out as it is.

const encoder = new TextEncoder();

export class JsonEntries {
  /** @param bytes entries with commas between them, as UTF-8; at least one. */
  constructor(readonly bytes: Uint8Array) {}

  /** @returns the bytes of `new JsonEntries(…)`, of a list that is not empty. */
  static of(entries: readonly unknown[]): Uint8Array {
    return encoder.encode(JSON.stringify(entries).slice(1, -1));
  }
}
