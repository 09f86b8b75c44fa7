// Runs in a thread of its own: a search for exact sums may take seconds of processor time.
import { parentPort, workerData } from 'node:worker_threads';
import { settle } from '@medspasync/matching';
import type { SettlingTask } from './messages.ts';

const { books, options } = workerData as SettlingTask;
parentPort!.postMessage(settle(books, options));
