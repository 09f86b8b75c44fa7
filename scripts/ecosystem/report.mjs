// What a person sees when everything is up: addresses, the sandbox sign-in, and what the sandbox job found.
import { stripVTControlCharacters } from 'node:util';
import { paint } from './progress.mjs';
import { readSandboxJob, readSandboxSignIn } from './sandbox.mjs';

/** @typedef {import('./ecosystem.mjs').Ecosystem} Ecosystem */

/**
 * @param {Ecosystem} ecosystem
 * @param {import('./services.mjs').Service[]} services
 * @param {number} [tookMs]
 */
export function describeReadiness(ecosystem, services, tookMs) {
  const rows = services.map(({ title, name, port }) => [
    title,
    paint('cyan', `http://localhost:${port}`),
    paint('dim', name),
  ]);
  const paragraphs = [
    table(['What', 'Where', 'Service'], rows),
    describeSandbox(ecosystem),
    [
      tookMs === undefined ? undefined : `Ready in ${(tookMs / 1000).toFixed(1)} s.`,
      'Stop with `npm stop`; follow the logs with `scripts/start_ecosystem.sh logs`.',
    ]
      .filter(Boolean)
      .join(' '),
  ];
  return `\n${paragraphs.filter(Boolean).join('\n\n')}\n`;
}

/** @param {Ecosystem} ecosystem */
function describeSandbox(ecosystem) {
  const signIn = readSandboxSignIn(ecosystem);
  if (!signIn) return undefined;
  const lines = [
    paint('bold', 'Sandbox sign-in (synthetic patients, reset on start)'),
    `  E-mail    ${signIn.email}`,
    `  Password  ${signIn.password}`,
    `  API key   ${signIn.api_key}`,
  ];
  const job = readSandboxJob(ecosystem);
  if (job) {
    lines.push(
      '',
      paint('bold', `What the sandbox job found for ${job.organization}`),
      `  ${count(job.rewards)} rewards against ${count(job.pos)} POS records`,
      `  ${paint('green', '●')} ${count(job.matches_found)} matched (${dollars(job.matched_amount)})`,
      `  ${paint('yellow', '◐')} ${count(job.review_required)} for a person to decide (${dollars(job.review_amount)})`,
      `  ${paint('red', '○')} ${count(job.no_matches)} with no partner (${dollars(job.unmatched_amount)})`,
    );
  }
  return lines.join('\n');
}

/** @param {number} amount */
const dollars = (amount) => amount.toLocaleString('en-US', { style: 'currency', currency: 'USD' });
/** @param {number} amount */
const count = (amount) => amount.toLocaleString('en-US');

/**
 * Text in a frame of lines; colour codes do not count as width.
 * @param {string[]} header
 * @param {string[][]} rows
 */
export function table(header, rows) {
  const width = (/** @type {string} */ cell) => stripVTControlCharacters(cell).length;
  const widths = header.map((title, column) =>
    Math.max(...[title, ...rows.map((row) => row[column] ?? '')].map(width)),
  );
  const rule = (/** @type {[string, string, string]} */ [left, middle, right]) =>
    paint('dim', left + widths.map((columnWidth) => '─'.repeat(columnWidth + 2)).join(middle) + right);
  const line = (/** @type {string[]} */ cells) => {
    const bar = paint('dim', '│');
    return `${bar}${cells.map((cell, column) => ` ${cell}${' '.repeat((widths[column] ?? 0) - width(cell))} `).join(bar)}${bar}`;
  };
  return [
    rule(['╭', '┬', '╮']),
    line(header.map((title) => paint('bold', title))),
    rule(['├', '┼', '┤']),
    ...rows.map(line),
    rule(['╰', '┴', '╯']),
  ].join('\n');
}
