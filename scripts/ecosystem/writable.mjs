// Says early, and by name, that a folder cannot be written, rather than letting a tool fail over it minutes later.
import { accessSync, constants, mkdirSync } from 'node:fs';

/**
 * Makes the folder if need be.
 * @param {string} folder
 * @param {string} advice what to do about it
 */
export function mustBeWritable(folder, advice) {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    throw new Error(`${folder} cannot be written (${code}): ${advice}.`);
  }
}
