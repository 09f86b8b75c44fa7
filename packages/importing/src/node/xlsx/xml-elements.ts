// XML as a flat run of events, in step with the chunks it arrives in.
import { SaxesParser } from 'saxes';

export interface XmlEvent {
  kind: 'open' | 'text' | 'close';
  /** Local name of the element: some writers prefix every tag. */
  name: string;
  attributes: Readonly<Record<string, string>>;
  text: string;
}

const NO_ATTRIBUTES = {};

/** The parser holds a text or a tag until its end, and a few kilobytes unpack to hundreds of megabytes of one. */
const LONGEST_ELEMENT = 4_194_304;

/** The events of each chunk of text. @throws when the XML is malformed, or one text of it without an end. */
export async function* xmlEvents(chunks: AsyncIterable<string>): AsyncGenerator<XmlEvent[]> {
  let events: XmlEvent[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    events.push({ kind: 'open', name: localName(name), attributes, text: '' });
  });
  parser.on('text', (text) => {
    events.push({ kind: 'text', name: '', attributes: NO_ATTRIBUTES, text });
  });
  parser.on('closetag', ({ name }) => {
    events.push({ kind: 'close', name: localName(name), attributes: NO_ATTRIBUTES, text: '' });
  });
  let unended = 0;
  for await (const chunk of chunks) {
    parser.write(chunk);
    unended = events.length > 0 ? 0 : unended + chunk.length;
    if (unended > LONGEST_ELEMENT) throw new Error('the XML has a text or a tag without an end');
    yield events;
    events = [];
  }
  parser.close();
  yield events;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
