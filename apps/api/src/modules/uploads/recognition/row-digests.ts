// What tells a row again in another file, and whether it still says the same: keyed hashes, so that nobody who reads the
// database can check a guess about a patient.
import { hkdfSync } from 'node:crypto';
import type { Transaction, UploadKind } from '@medspasync/schemas';
import { MessageDigests } from '../../../platform/crypto/index.ts';
import { type NormalForm, normalFormOf } from './normal-form.ts';

/** 128 bits each, in the notation of PostgreSQL's uuid, which stores and compares them in 16 bytes. */
export interface StoredDigest {
  /** The same for rows that may be one: by the vendor's id, else by all they say. */
  identity: string;
  /** The same for rows that say the same. */
  content: string;
}

/** What tells a corrected row from another one of the same number; it is not stored. */
export interface RowMarks {
  /** Whether nothing but a code recognizes it, which a patient may bring again. */
  isCode: boolean;
  day: string | undefined;
  amount: string | undefined;
  patient: string | undefined;
  /** What was done, by whom and where; of a code only. */
  visit: string | undefined;
  /** Whether money goes back to the patient of a till: of a part, it stands beside the sale whose number it bears. */
  isRefund: boolean;
}

export interface RowDigest extends StoredDigest {
  marks: RowMarks;
}

export class RowDigests {
  readonly #side: UploadKind;
  readonly #identities: MessageDigests;
  readonly #contents: MessageDigests;

  /** @param secret of the organization: the same row of two organizations has nothing in common. */
  constructor(secret: Buffer, side: UploadKind) {
    this.#side = side;
    const derive = (purpose: string): MessageDigests =>
      new MessageDigests(
        Buffer.from(hkdfSync('sha256', secret, '', `medspasync-recognition-1|${purpose}|${side}`, 32)),
      );
    this.#identities = derive('identity');
    this.#contents = derive('content');
  }

  of(transaction: Transaction): RowDigest {
    const form = normalFormOf(transaction);
    const text = JSON.stringify(form);
    return {
      identity: asUuid(this.#identities, JSON.stringify(vendorIdOf(form) ?? ['row', text])),
      content: asUuid(this.#contents, text),
      marks: marksOfForm(form, this.#side),
    };
  }
}

export const marksOf = (transaction: Transaction, side: UploadKind): RowMarks =>
  marksOfForm(normalFormOf(transaction), side);

function marksOfForm(form: NormalForm, side: UploadKind): RowMarks {
  const { amount, customer_email: email, customer_name: name, customer_phone: phone, date } = form;
  const isCode = vendorIdOf(form)?.[0] === 'code';
  const visit = isCode
    ? JSON.stringify([form.service, form.provider, form.location, form.program])
    : undefined;
  const isRefund = side === 'pos' && form.type === 'refund';
  return { isCode, day: date?.slice(0, 10), amount, patient: name ?? phone ?? email, visit, isRefund };
}

/** What the vendor calls the row: its own id, else the item of its invoice, else the code it was given for. */
function vendorIdOf(form: NormalForm): string[] | undefined {
  const { invoice_id: invoice, reference, service = '', transaction_id: id } = form;
  if (id !== undefined) return ['id', id];
  if (invoice !== undefined) return ['item', invoice, service];
  return reference === undefined ? undefined : ['code', reference];
}

function asUuid(digests: MessageDigests, text: string): string {
  const hex = digests.hexOf(text);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}
