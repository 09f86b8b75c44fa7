// What was read from the latest distinct texts, within a bound: single pairs bring the same few wordings again and again,
// and each pair is a job of its own.

const MOST_TEXTS = 2048;
/** Longer texts come once. */
const LONGEST_TEXT = 64;

/** `read` without reading a short text twice; all is forgotten when too much is known. Answers are shared: never write to one. */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST_TEXT) return read(text);
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size === MOST_TEXTS) known.clear();
    const answer = read(text);
    known.set(text, answer);
    return answer;
  };
}
