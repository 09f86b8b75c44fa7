// A file read in a thread of its own, while this one reads another.
import { ReadBook } from '@medspasync/matching';
import { startThread } from '@medspasync/matching/node';
import type { UploadSide } from '@medspasync/schemas';
import { Failure } from './failure.ts';
import type { Book } from './read-book.ts';
import type { FromReader, ReadSettings } from './read-messages.ts';

/** What `readBook` answers and throws; an abort of `signal` ends the thread at once. */
export function readBookInThread(
  path: string,
  side: UploadSide,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<Book> {
  const settings: ReadSettings = { path, side };
  const thread = startThread('read-thread', import.meta.url, settings);
  const reading = new Promise<Book>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    thread.on('error', reject);
    thread.on('exit', () => reject(new Error('a thread that read a file ended early')));
    thread.on('message', (message: FromReader) => {
      if (message.kind === 'progress') onProgress(message.share);
      else if (message.kind === 'book')
        resolve({ ...message.book, columns: new ReadBook(message.book.columns) });
      else reject(new Failure(message.exitCode, message.message));
    });
  });
  // With its book handed over it leaves by itself.
  return reading.catch(async (error) => {
    await thread.terminate();
    throw error;
  });
}
