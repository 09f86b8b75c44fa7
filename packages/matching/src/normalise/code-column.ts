// References and invoice numbers of both books, and their digits: one system writes AUTH-371725K, the other 371725.
import { idsOfTexts, MISSING, type PackedTexts, SHORTEST_CODE } from '../domain.ts';
import { cellUnits, takeBytes, takenText, takeText } from './cell-units.ts';
import { parseReference } from './parse-contact.ts';
import { scratch, TextInterner } from './text-interner.ts';

/** Longer cells are cut here. */
const LONGEST_CELL = 128;
/** Shorter runs of digits are shared by chance. */
const SHORTEST_RUN = 5;

export class CodeColumn {
  readonly codes: TextInterner;
  private readonly runs: TextInterner;
  /** Invoice numbers, over the same ids: of one character or two they need a digit other than 0. */
  readonly invoices = {
    idOf: (cell: string | undefined): number =>
      cell === undefined || cell === '' ? MISSING : this.idOfInvoice(takeText(cell)),
    idOfBytes: (bytes: Uint8Array, from: number, to: number): number =>
      this.idOfInvoice(takeBytes(bytes, from, to)),
  };

  /** `expected` codes at most, as far as is known. */
  constructor(expected = 0) {
    this.codes = new TextInterner(expected);
    this.runs = new TextInterner(expected);
  }

  idOf(cell: string | undefined): number {
    return cell === undefined || cell === '' ? MISSING : this.idOfTaken(takeText(cell));
  }

  /** The same of a cell in ASCII. */
  idOfBytes(bytes: Uint8Array, from: number, to: number): number {
    return this.idOfTaken(takeBytes(bytes, from, to));
  }

  private idOfTaken(taken: number): number {
    const length = readCode(Math.min(taken, LONGEST_CELL));
    return length < SHORTEST_CODE ? MISSING : this.codes.idOf(scratch, 0, length);
  }

  private idOfInvoice(taken: number): number {
    const length = readCode(Math.min(taken, LONGEST_CELL));
    return length < SHORTEST_CODE && !hasNumber(length) ? MISSING : this.codes.idOf(scratch, 0, length);
  }

  /** The ids of codes that were read before. */
  idsOf(codes: PackedTexts): Int32Array {
    return idsOfTexts(codes, (units, from, to) => this.codes.idOf(units, from, to));
  }

  packed(): PackedTexts {
    return this.codes.packed();
  }

  /**
   * An id per code that equal longest runs of digits share, or MISSING. Only of codes in `references`: nobody asks it of the others,
   * invoice numbers mostly, and there are as many of them.
   */
  digitsOf(references: readonly Int32Array[]): Int32Array {
    const digits = new Int32Array(this.codes.count).fill(MISSING);
    for (const column of references) {
      for (let row = 0; row < column.length; row++) {
        const code = column[row]!;
        if (code !== MISSING && digits[code] === MISSING) digits[code] = this.runOf(code);
      }
    }
    return digits;
  }

  /** That of one code. */
  runOf(code: number): number {
    const { units, start } = this.codes.live();
    return this.longestRun(units, start[code]!, start[code + 1]!);
  }

  /** Of runs equally long the first. */
  private longestRun(source: Uint16Array, from: number, to: number): number {
    let begin = from;
    let longest = 0;
    let run = 0;
    for (let i = from; i < to; i++) {
      run = source[i]! <= 57 ? run + 1 : 0;
      if (run <= longest) continue;
      longest = run;
      begin = i + 1 - run;
    }
    return longest < SHORTEST_RUN ? MISSING : this.runs.idOf(source, begin, begin + longest);
  }
}

/** Whether what was read last has a digit from 1 to 9: "NA" and "0" number no invoice. */
function hasNumber(length: number): boolean {
  for (let i = 0; i < length; i++) if (scratch[i]! >= 49 && scratch[i]! <= 57) return true;
  return false;
}

/** Writes the letters, in upper case, and the digits of a cell into `scratch`; answers how many. */
function readCode(taken: number): number {
  let length = 0;
  for (let i = 0; i < taken; i++) {
    const unit = cellUnits[i]!;
    if ((unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90)) scratch[length++] = unit;
    else if (unit >= 97 && unit <= 122) scratch[length++] = unit - 32;
    else if (unit > 127) return readFolded(parseReference(takenText(taken)));
  }
  return length;
}

function readFolded(code: string | null): number {
  if (code === null) return 0;
  for (let i = 0; i < code.length; i++) scratch[i] = code.charCodeAt(i);
  return code.length;
}
