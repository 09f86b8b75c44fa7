// The thread that does the work: it reads the visitor's files, holds them, matches them, and answers the page's
// questions about them one after the other. Its own security policy lets it speak to the server of this page only.
import './zod-without-eval.ts';
import { ImportError } from '@medspasync/importing';
import { type Books, reconcile } from '@medspasync/matching';
import { loadScorer } from '@medspasync/matching/web';
import type { UploadSide } from '@medspasync/schemas';
import { Answer } from './answer.ts';
import type { CallName, Calls, Question, RunProgress, Told } from './messages.ts';
import { type Book, readBook } from './read-book.ts';
import { stageWords } from './words.ts';

const tell = (told: Told): void => postMessage(told);

const books = new Map<UploadSide, Book>();
let answer: Answer | undefined;
let scorer: ReturnType<typeof loadScorer> | undefined;

/** Loads the model once; after a failure the next call tries again. */
function loadedScorer(): ReturnType<typeof loadScorer> {
  scorer ??= loadScorer().catch((error) => {
    scorer = undefined;
    throw error;
  });
  return scorer;
}

function bothBooks(): Books {
  const rewards = books.get('reward');
  const pos = books.get('pos');
  if (!rewards || !pos) throw new Error('both files must be read first');
  return { rewards: rewards.transactions, pos: pos.transactions };
}

function finished(): Answer {
  if (!answer) throw new Error('nothing has been reconciled yet');
  return answer;
}

const handlers: {
  [Name in CallName]: (question: Calls[Name]['question']) => Promise<Calls[Name]['answer']>;
} = {
  read: async ({ side, file }) => {
    books.delete(side);
    answer = undefined;
    // Meanwhile, so that the model is there when the files are.
    loadedScorer().catch(() => undefined);
    const book = await readBook(side, file);
    books.set(side, book);
    return book.summary;
  },
  reconcile: async () => {
    const both = bothBooks();
    const show = (progress: RunProgress) => tell({ kind: 'progress', progress });
    show({ words: 'Loading the model', percent: 0 });
    const model = await loadedScorer();
    const startedAt = performance.now();
    const report = await reconcile(both, {
      scorer: model,
      onProgress: ({ stage, processed, total }) =>
        show({
          words: stageWords(stage),
          percent: total === 0 ? 100 : Math.round((processed / total) * 100),
        }),
    });
    answer = new Answer(both, report);
    return answer.summary(performance.now() - startedAt);
  },
  page: async ({ view, page }) => finished().page(view, page),
  detail: async ({ index }) => finished().detail(index),
  matchesFile: async () => finished().matchesFile(),
};

async function respond({ id, name, question }: Question): Promise<void> {
  try {
    const handle = handlers[name] as (question: unknown) => Promise<Calls[CallName]['answer']>;
    tell({ kind: 'answer', id, answer: await handle(question) });
  } catch (error) {
    tell({ kind: 'refusal', id, reason: reasonOf(error) });
  }
}

/** An importer's words are meant for people; what else goes wrong is told as it is. */
function reasonOf(error: unknown): string {
  if (error instanceof ImportError) return error.message;
  return `The engine stopped: ${error instanceof Error ? error.message : String(error)}.`;
}

/** One question at a time: a run that is asked for while a file is still being read waits for it. */
let queue = Promise.resolve();
addEventListener('message', ({ data }: MessageEvent<Question>) => {
  queue = queue.then(() => respond(data));
});
