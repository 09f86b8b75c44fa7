// What stands on the workbench: two books and a run, and what the visitor can do with them.
import type { UploadSide } from '@medspasync/schemas';
import { useCallback, useEffect, useRef, useState } from 'react';
import { BrowserEngine, Cancelled } from '../../engine/browser-engine.ts';
import type { BookSummary, RunProgress, RunSummary } from '../../engine/messages.ts';

export type BookState =
  | { status: 'empty' }
  | { status: 'reading'; filename: string }
  | { status: 'read'; summary: BookSummary }
  | { status: 'refused'; reason: string };

export type RunState =
  | { status: 'idle' }
  | { status: 'running'; progress: RunProgress }
  | { status: 'done'; summary: RunSummary; engine: BrowserEngine }
  | { status: 'failed'; reason: string };

export interface Workbench {
  books: Record<UploadSide, BookState>;
  run: RunState;
  readFile: (side: UploadSide, file: File) => void;
  removeFile: (side: UploadSide) => void;
  start: () => void;
  cancel: () => void;
}

const EMPTY: BookState = { status: 'empty' };
const IDLE: RunState = { status: 'idle' };
const STARTING: RunProgress = { words: 'Starting', percent: 0 };

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export function useWorkbench(): Workbench {
  const [books, setBooks] = useState<Record<UploadSide, BookState>>({ reward: EMPTY, pos: EMPTY });
  const [run, setRun] = useState<RunState>(IDLE);
  const engine = useRef<BrowserEngine>(undefined);
  useEffect(() => () => engine.current?.close(), []);

  /** Started with the first file, so that a visitor who only reads the page downloads no engine. */
  const theEngine = useCallback((): BrowserEngine => {
    engine.current ??= new BrowserEngine((progress) => setRun({ status: 'running', progress }));
    return engine.current;
  }, []);

  const setBook = useCallback((side: UploadSide, state: BookState) => {
    setBooks((before) => ({ ...before, [side]: state }));
    setRun(IDLE);
  }, []);

  const readFile = useCallback(
    (side: UploadSide, file: File) => {
      setBook(side, { status: 'reading', filename: file.name });
      theEngine()
        .read(side, file)
        .then((summary) => setBook(side, { status: 'read', summary }))
        .catch((error) => setBook(side, { status: 'refused', reason: reasonOf(error) }));
    },
    [setBook, theEngine],
  );

  const start = useCallback(() => {
    const running = theEngine();
    setRun({ status: 'running', progress: STARTING });
    running
      .reconcile()
      .then((summary) => setRun({ status: 'done', summary, engine: running }))
      .catch((error) =>
        setRun(error instanceof Cancelled ? IDLE : { status: 'failed', reason: reasonOf(error) }),
      );
  }, [theEngine]);

  return {
    books,
    run,
    readFile,
    removeFile: (side) => setBook(side, EMPTY),
    start,
    cancel: () => engine.current?.cancel(),
  };
}
