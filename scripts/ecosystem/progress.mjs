// Tells a person what is going on: one line per step, with a spinner on a terminal and plain lines anywhere else.
import { styleText } from 'node:util';
import { ANIMATE, COLOR } from './config.mjs';

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const FRAME_MS = 80;

/** @param {Parameters<typeof styleText>[0]} format @param {string} text */
export const paint = (format, text) => (COLOR ? styleText(format, text) : text);

/** @typedef {ReturnType<typeof createProgress>} Progress */

/** @param {{ animate?: boolean, write?: (text: string) => void }} [options] */
export function createProgress({
  animate = ANIMATE,
  write = (text) => void process.stdout.write(text),
} = {}) {
  /** @type {Array<{ label: string, startedAt: number }>} */
  const active = [];
  let drawnLines = 0;
  let frame = 0;
  /** @type {NodeJS.Timeout | undefined} */
  let timer;

  const erase = () => {
    if (drawnLines > 0) write(`\x1b[${drawnLines}A\x1b[0J`);
    drawnLines = 0;
  };
  const draw = () => {
    if (!animate) return;
    erase();
    for (const { label, startedAt } of active) {
      write(
        `${paint('cyan', FRAMES[frame % FRAMES.length] ?? '')} ${label} ${paint('dim', elapsed(startedAt))}\n`,
      );
    }
    drawnLines = active.length;
    frame += 1;
  };

  /** @param {string} line */
  const say = (line) => {
    if (animate) erase();
    write(`${line}\n`);
    draw();
  };

  /**
   * Runs one step and shows how it went. `work` may return words to put behind the label.
   * @template T
   * @param {string} label
   * @param {() => Promise<T>} work
   * @returns {Promise<T>}
   */
  const step = async (label, work) => {
    const entry = { label, startedAt: Date.now() };
    active.push(entry);
    if (animate) timer ??= setInterval(draw, FRAME_MS);
    else write(`… ${label}\n`);
    draw();
    /** @param {string} mark @param {string} [detail] */
    const finish = (mark, detail) => {
      active.splice(active.indexOf(entry), 1);
      if (active.length === 0) {
        clearInterval(timer);
        timer = undefined;
      }
      say([mark, label, detail, paint('dim', elapsed(entry.startedAt))].filter(Boolean).join(' '));
    };
    try {
      const result = await work();
      finish(paint('green', '✔'), typeof result === 'string' ? paint('dim', `· ${result}`) : undefined);
      return result;
    } catch (error) {
      finish(paint('red', '✘'));
      throw error;
    }
  };

  return { say, step };
}

/** @param {number} startedAt */
function elapsed(startedAt) {
  return `${((Date.now() - startedAt) / 1000).toFixed(1)} s`;
}
