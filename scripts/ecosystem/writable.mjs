// Says early, and by name, that a folder cannot be written, rather than letting a tool fail over it minutes later.
import { accessSync, constants, mkdirSync } from 'node:fs';

/**
 * @param {string} folder must be there already
 * @param {string} advice what to do about it
 */
export function mustBeWritable(folder, advice) {
  explained(folder, advice, () => accessSync(folder, constants.W_OK | constants.X_OK));
}

/**
 * Makes the folder if need be; it must then be writable.
 * @param {string} folder
 * @param {string} advice
 */
export function makeWritable(folder, advice) {
  explained(folder, advice, () => mkdirSync(folder, { recursive: true }));
  mustBeWritable(folder, advice);
}

/** @param {string} folder @param {string} advice @param {() => void} attempt */
function explained(folder, advice, attempt) {
  try {
    attempt();
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    throw new Error(`${folder} cannot be written (${code}): ${advice}.`);
  }
}
