// Explanations for people without patient rights: the same sums, in words that name nobody. Only what is known to be free of
// cell contents passes; all else is withheld, so that a new wording can lose words but leak none.
import type { Contribution, Explanation } from '@medspasync/schemas';
import { summaryOf } from '../explain/explanations.ts';
import type { MatchResult, NearestReward, RunnerUp } from '../report.ts';

const WITHHELD = 'Details need patient rights';

/** Comparisons whose words are fixed sentences, dollars and days: they never quote a cell. */
const QUOTES_NOTHING = new Set(['contact', 'amount', 'date', 'code', 'place', 'rivals', 'held']);

/** Wordings that quote a name or a service, and what is left of them. The first that fits counts. */
const QUOTING: readonly (readonly [RegExp, string])[] = [
  [/^different (first|last) name: .+, .+$/is, '$1 names differ'],
  [/^(different generation): .+$/is, '$1'],
  [/^(first|last) name spelled .+ and .+$/is, '$1 names agree (spelling)'],
  [/^(first|last) name .+ resembles .+$/is, '$1 names are alike'],
  [/^.+ is short for .+$/s, 'names agree (nickname)'],
  [/^.+ and .+ may be short for one name$/s, 'first names may agree (nickname)'],
  [/^.+ sounds like .+$/s, 'names agree by sound'],
  [/^.+\. may be .+$/s, 'an initial agrees'],
  [/^“[^”]*” may be “[^”]*”$/s, 'services may be the same treatment'],
  [/^“[^”]*” and “[^”]*” mean the same$/s, 'services mean the same'],
];

/** Words of ties that results of earlier runs were stored with. */
const OF_EARLIER_RUNS = 'fits equally well|this reward fits the same sale equally well';

/** Wordings that are free of cell contents, clause by clause, in lower case. */
const FIXED = new Set(
  `same name|no name on one side|first and last name swapped|one name is a single word|middle names differ|same phone|different phone|
phones end alike|phones one slip apart|which several patients share|same e-mail|different e-mail|similar e-mail|same mailbox at another domain|
e-mails one slip apart|no phone or e-mail to compare|one slip apart|a date is missing|same day|day and month may be swapped|dates one slip apart|
same service|services worded differently|different treatments|different kinds of treatment|another product of the same kind|kind of treatment fits|
same product|different programs|program fits|same program|no service to compare|different codes|codes one character apart|
same digits in the code|same code|no code to compare|same provider|different provider|same location|different location|
no provider or location to compare|no other candidate comes close|another candidate fits as well or better|what the other candidates leave|other candidates change little|
the other rows belong to the same visit|nothing speaks against it|but another fits better|fits about as well|refunded or voided|nearest pos row|
held by another reward|nearest reward|this reward fits the same sale about as well|matched with another sale|nothing speaks clearly either way.|
${OF_EARLIER_RUNS}`
    .split('|')
    .map((clause) => clause.trim()),
);

/** Dollars and days tell nobody's name. */
const MEASURED =
  /^(?:known (?:alias|household): confirmed on \d{1,2} [a-z]+ \d{4}|posted \d+ days? (?:before|after) the visit|\$[\d,.]+ on both sides|\$[\d,.]+ of a \$[\d,.]+ invoice|pos is \$[\d,.]+ (?:more|less) than the reward|(?:\$[\d,.]+(?: \+ | or )?)+ adds up as well)$/;

const NEAREST = /^(Nearest (?:POS row|reward): )(.*)$/s;

/** The explanation without cell contents. The numbers stay: base, contributions and total are the same. */
export function maskExplanation(explanation: Explanation): Explanation {
  const contributions: Contribution[] = explanation.contributions.map((row) => ({
    ...row,
    detail: QUOTES_NOTHING.has(row.comparison) ? row.detail : maskDetail(row.detail),
  }));
  return { ...explanation, contributions, summary: summaryOf(contributions) };
}

/** A runner-up or nearest reward without cell contents. */
export const maskRunnerUp = <Told extends RunnerUp | NearestReward>(runnerUp: Told): Told => ({
  ...runnerUp,
  detail: maskDetail(runnerUp.detail),
});

/** A result without cell contents: its row indexes, numbers and codes are those of the result itself. */
export const maskResult = (result: MatchResult): MatchResult => ({
  ...result,
  explanation: result.explanation && maskExplanation(result.explanation),
  runnerUp: result.runnerUp && maskRunnerUp(result.runnerUp),
  nearestReward: result.nearestReward && maskRunnerUp(result.nearestReward),
});

/** One detail in words that name nobody. */
export function maskDetail(detail: string): string {
  const nearest = NEAREST.exec(detail);
  if (nearest) return nearest[1]! + maskDetail(nearest[2]!);
  const parts = detail.split('; ').map(maskPart);
  return parts.includes(WITHHELD) ? WITHHELD : sentence([...new Set(parts)].join('; '));
}

function maskPart(part: string): string {
  const whole = masked(part);
  if (whole !== undefined) return whole;
  const clauses = part.split(', ').map(masked);
  return clauses.includes(undefined) ? WITHHELD : clauses.join(', ');
}

function masked(clause: string): string | undefined {
  for (const [pattern, words] of QUOTING) if (pattern.test(clause)) return clause.replace(pattern, words);
  const lower = clause.toLowerCase();
  return FIXED.has(lower) || MEASURED.test(lower) ? clause : undefined;
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
