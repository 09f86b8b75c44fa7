// The command line, checked whole: every mistake is named at once, before any work begins.
import { statSync } from 'node:fs';
import { dirname, extname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DEFAULT_THRESHOLD, EXPORT_FORMATS, type ExportFormat } from '@medspasync/schemas';
import { EXIT, Failure } from './failure.ts';

export const USAGE = `npm run reconcile -- --rewards R.csv --pos P.csv --out matches.csv
  --rewards FILE     loyalty redemptions, CSV or XLSX of any known layout
  --pos FILE         point-of-sale records, likewise
  --out FILE         where the matches go; appears whole or not at all
  --threshold N      smallest probability that counts as a match, 0 to 1 (default ${DEFAULT_THRESHOLD})
  --format FORMAT    csv, json or xlsx (default: by the name of --out, else csv)
  --explain          add the sum behind each score
  --workers N        threads that read and look for pairs (default: by the size of the job, 4 at most); the matches are the same
  --stages           end with one line of JSON on standard error: milliseconds per stage
  --help             show this

In CSV and XLSX, pos_ids joins the ids of one match with ";"; inside an id ";" is written %3B and "%" %25.
`;

export interface Arguments {
  rewards: string;
  pos: string;
  out: string;
  threshold: number;
  format: ExportFormat;
  explain: boolean;
  /** Undefined: by the size of the job. */
  workers: number | undefined;
  stages: boolean;
}

const OPTIONS = {
  rewards: { type: 'string' },
  pos: { type: 'string' },
  out: { type: 'string' },
  threshold: { type: 'string' },
  format: { type: 'string' },
  explain: { type: 'boolean' },
  workers: { type: 'string' },
  stages: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

/**
 * Reads `argv` (without node and script); relative paths start at `folder`. Answers 'help' when that was asked for.
 * @throws Failure with exit code 2.
 */
export function readArguments(argv: readonly string[], folder: string): Arguments | 'help' {
  const { values, problems } = parsed(argv);
  if (values.help) return 'help';
  const path = (name: 'rewards' | 'pos' | 'out'): string => {
    const value = values[name];
    if (!value) problems.push(`--${name} is missing`);
    return value ? resolve(folder, value) : '';
  };
  const read = {
    rewards: path('rewards'),
    pos: path('pos'),
    out: path('out'),
    threshold: thresholdOf(values.threshold, problems),
    format: formatOf(values.format, values.out, problems),
    explain: values.explain ?? false,
    workers: workersOf(values.workers, problems),
    stages: values.stages ?? false,
  };
  if (isSameFile(read.rewards, read.pos)) problems.push('--rewards and --pos are the same file');
  if (read.out) problems.push(...outputProblems(read.out, [read.rewards, read.pos]));
  if (problems.length > 0) throw badArguments(problems);
  return read;
}

type Name = keyof typeof OPTIONS;
type Values = { [name in Name]?: (typeof OPTIONS)[name]['type'] extends 'boolean' ? boolean : string };

const isName = (name: string): name is Name => Object.hasOwn(OPTIONS, name);

/** Reads what can be read and names the rest: the runtime's own check stops at the first mistake. */
function parsed(argv: readonly string[]): { values: Values; problems: string[] } {
  const { tokens } = parseArgs({ args: [...argv], options: OPTIONS, strict: false, tokens: true });
  const values: Record<string, string | boolean> = {};
  const problems: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') problems.push(`“${token.value}” belongs to no option`);
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    if (!isName(name)) problems.push(`${rawName} is not an option`);
    else if (name in values) problems.push(`--${name} is given more than once`);
    else if (OPTIONS[name].type === 'boolean') {
      if (value === undefined) values[name] = true;
      else problems.push(`${rawName} takes no value`);
    } else if (value === undefined || (!token.inlineValue && value.startsWith('--'))) {
      problems.push(`${rawName} needs a value`);
    } else values[name] = value;
  }
  return { values, problems };
}

const badArguments = (problems: readonly string[]): Failure =>
  new Failure(EXIT.badArguments, `${problems.join('\n')}\n\n${USAGE}`);

/** As people write it: no hexadecimal, no infinity. */
const DECIMAL = /^(?:\d+\.?\d*|\.\d+)$/;

function thresholdOf(text: string | undefined, problems: string[]): number {
  if (text === undefined) return DEFAULT_THRESHOLD;
  const threshold = DECIMAL.test(text) ? Number(text) : Number.NaN;
  if (!(threshold >= 0 && threshold <= 1)) problems.push('--threshold must be a number from 0 to 1');
  return threshold;
}

/** More threads than this would only take each other's memory. */
const MOST_WORKERS = 64;

function workersOf(text: string | undefined, problems: string[]): number | undefined {
  if (text === undefined) return undefined;
  const workers = /^\d+$/.test(text) ? Number(text) : 0;
  if (workers < 1 || workers > MOST_WORKERS) {
    problems.push(`--workers must be a whole number from 1 to ${MOST_WORKERS}`);
  }
  return workers;
}

function formatOf(text: string | undefined, out: string | undefined, problems: string[]): ExportFormat {
  const named =
    text ??
    extname(out ?? '')
      .slice(1)
      .toLowerCase();
  const format = EXPORT_FORMATS.find((known) => known === named);
  if (text !== undefined && !format) problems.push('--format must be csv, json or xlsx');
  return format ?? 'csv';
}

/** Checked before the work, so that a long job does not end in front of a closed door. */
function outputProblems(out: string, inputs: readonly string[]): string[] {
  if (!statSync(dirname(out), { throwIfNoEntry: false })?.isDirectory()) {
    return [`--out: the folder ${dirname(out)} does not exist`];
  }
  const existing = statSync(out, { throwIfNoEntry: false });
  if (!existing) return [];
  if (!existing.isFile()) return [`--out: ${out} is not a file`];
  const isInput = inputs.some((input) => isSameFile(input, out));
  return isInput ? [`--out: ${out} is an input, and inputs are never changed`] : [];
}

/** Also through a link; a file that does not exist is none other's. */
function isSameFile(one: string, other: string): boolean {
  const [first, second] = [one, other].map((path) =>
    path === '' ? undefined : statSync(path, { throwIfNoEntry: false }),
  );
  return first !== undefined && first.ino === second?.ino && first.dev === second.dev;
}
