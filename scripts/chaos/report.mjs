// What is left to say after the kills, as Markdown: what was acknowledged, and what became of it.

/** @typedef {import('./clerk.mjs').History} History */
/** @typedef {import('./verify.mjs').Tally} Tally */
/** @typedef {import('./verify.mjs').Verdict} Verdict */

const KINDS = /** @type {const} */ (['uploads', 'jobs', 'decisions', 'notes', 'audit events']);

/**
 * @param {object} run
 * @param {number} run.kills
 * @param {number} run.seed
 * @param {number} run.minutes
 * @param {readonly History[]} run.histories
 * @param {readonly Verdict[]} run.verdicts
 * @returns {{ text: string, isWhole: boolean }}
 */
export function chaosReport({ kills, seed, minutes, histories, verdicts }) {
  const tallies = KINDS.map((kind) => ({
    kind,
    tally: added(verdicts.map((verdict) => verdict.tallies[kind])),
  }));
  const intact = verdicts.filter(({ isAuditIntact }) => isAuditIntact).length;
  const refusals = histories.flatMap((history) => history.refusals);
  const troubles = (/** @type {keyof History['troubles']} */ kind) =>
    sum(histories.map((history) => history.troubles[kind]));
  const isWhole =
    intact === verdicts.length &&
    refusals.length === 0 &&
    tallies.every(({ tally }) => tally.lost + tally.doubled + tally.wrong === 0);
  const text = `
${kills} kills (API ${Math.ceil(kills / 2)}, worker ${Math.floor(kills / 2)}), seed ${seed}, ${minutes.toFixed(1)} minutes

| | acknowledged | lost | doubled | wrong |
|---|---|---|---|---|
${tallies.map(({ kind, tally }) => `| ${[kind, tally.acknowledged, tally.lost, tally.doubled, tally.wrong].join(' | ')} |`).join('\n')}

| | |
|---|---|
| audit chains intact | ${intact} of ${verdicts.length} |
| requests that found nobody, sent again | ${troubles('unreachable')} |
| requests cut off in the midst, sent again | ${troubles('cutOff')} |
| answers 503, sent again | ${troubles('unavailable')} |
| answers 500, sent again | ${troubles('internal')} |
| uploads without an answer that are there, whole | ${sum(verdicts.map(({ unanswered }) => unanswered))} |
| decisions refused, since a later run had the row by then | ${sum(histories.map(({ tooLate }) => tooLate))} |
| decisions that later jobs took over | ${sum(verdicts.map(({ carried }) => carried))} |
| jobs that failed by name and were started again | ${sum(verdicts.map(({ startedAgain }) => startedAgain))} |
| answers that made no sense | ${refusals.length} |
${refusals.map((refusal) => `\n    ${refusal}`).join('')}
${isWhole ? 'Nothing acknowledged was lost, doubled or wrong.' : 'NOT WHOLE.'}`;
  return { text, isWhole };
}

/** @param {readonly Tally[]} tallies @returns {Tally} */
const added = (tallies) => ({
  acknowledged: sum(tallies.map(({ acknowledged }) => acknowledged)),
  lost: sum(tallies.map(({ lost }) => lost)),
  doubled: sum(tallies.map(({ doubled }) => doubled)),
  wrong: sum(tallies.map(({ wrong }) => wrong)),
});

/** @param {readonly number[]} values */
const sum = (values) => values.reduce((total, value) => total + value, 0);
