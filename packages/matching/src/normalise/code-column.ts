// References and invoice numbers of both books, and their digits: one system writes AUTH-371725K, the other 371725.
import { idsOfTexts, MISSING, type PackedTexts } from '../domain.ts';
import { parseReference } from './parse-contact.ts';
import { scratch, TextInterner } from './text-interner.ts';

/** Shorter codes tell nothing apart. */
const SHORTEST_CODE = 3;
/** Longer cells are cut here. */
const LONGEST_CELL = 128;
/** Shorter runs of digits are shared by chance. */
const SHORTEST_RUN = 5;

export class CodeColumn {
  readonly codes: TextInterner;
  private readonly runs: TextInterner;
  /** By code id: equal for codes that share their longest run of digits, or MISSING. */
  readonly runOf: number[] = [];

  /** `expected` codes at most, as far as is known. */
  constructor(expected = 0) {
    this.codes = new TextInterner(expected);
    this.runs = new TextInterner(expected);
  }

  idOf(cell: string | undefined): number {
    if (cell === undefined || cell === '') return MISSING;
    const length = readCode(cell);
    if (length < SHORTEST_CODE) return MISSING;
    return this.intern(scratch, 0, length);
  }

  /** The ids of codes that were read before. */
  idsOf(codes: PackedTexts): Int32Array {
    return idsOfTexts(codes, (units, from, to) => this.intern(units, from, to));
  }

  private intern(source: Uint16Array, from: number, to: number): number {
    const known = this.codes.count;
    const id = this.codes.idOf(source, from, to);
    if (id === known) this.runOf.push(this.longestRun(source, from, to));
    return id;
  }

  packed(): PackedTexts {
    return this.codes.packed();
  }

  /** An id per code that equal longest runs of digits share, or MISSING. */
  digits(): Int32Array {
    return Int32Array.from(this.runOf);
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

/** Writes the letters, in upper case, and the digits of a cell into `scratch`; answers how many. */
function readCode(cell: string): number {
  const end = Math.min(cell.length, LONGEST_CELL);
  let length = 0;
  for (let i = 0; i < end; i++) {
    const unit = cell.charCodeAt(i);
    if ((unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90)) scratch[length++] = unit;
    else if (unit >= 97 && unit <= 122) scratch[length++] = unit - 32;
    else if (unit > 127) return readFolded(parseReference(cell));
  }
  return length;
}

function readFolded(code: string | null): number {
  if (code === null) return 0;
  for (let i = 0; i < code.length; i++) scratch[i] = code.charCodeAt(i);
  return code.length;
}
