// Names of loyalty programs.
import { programNamedIn } from '../../fields/program.ts';
import { type ContentSign, MOSTLY, shareOf } from './content-sign.ts';

export const program: ContentSign = {
  field: 'program',
  against: new Set(),
  confidenceOf({ cells }) {
    const share = shareOf(cells, (cell) => programNamedIn(cell) !== undefined);
    return share < MOSTLY ? 0 : 0.7 * share;
  },
};
