// Runs in a thread of its own: files are read and sealed here, so that who asks for something small meanwhile need not wait.
import { workerData } from 'node:worker_threads';
import { blindIndexes, keyRing, PatientSeal } from '../../platform/crypto/index.ts';
import { giveWay } from '../../platform/give-way.ts';
import { serveSessions } from '../../platform/work-thread/serve-sessions.ts';
import { FileDesk } from './file-desk.ts';
import { FileImport } from './file-import.ts';
import { HeldRowsRepository } from './recognition/held-rows.repository.ts';
import { Recognizer } from './recognition/recognizer.ts';
import { RowStore } from './row-store.ts';
import { TransactionsRepository } from './transactions.repository.ts';
import { UploadFilesRepository } from './upload-files.repository.ts';
import { UploadRowsRepository } from './upload-rows.repository.ts';

/** Given to the thread when it starts. */
export interface FileThreadSettings {
  /** Patients and files are sealed with the first. */
  fernetKeys: readonly string[];
}

giveWay();
const keys = keyRing((workerData as FileThreadSettings).fernetKeys);
const seal = new PatientSeal(keys);
const held = new HeldRowsRepository(seal);
const transactions = new TransactionsRepository(seal, blindIndexes(keys));
const rows = new UploadRowsRepository();
const store = new RowStore({ held, transactions, rows });
const fileImport = new FileImport(new Recognizer(held, transactions), store);
const files = new UploadFilesRepository(seal);

serveSessions((over) => new FileDesk({ fileImport, files, rows, transactions }, over));
