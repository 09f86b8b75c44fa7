// E-mail addresses and phone numbers, by their shape.
import { parsePhone } from '../../fields/contact.ts';
import { type ContentSign, MOSTLY, shareOf, wordSet } from './content-sign.ts';
import { isSeries } from './series.ts';

/** People a row may name beside the patient. */
const SOMEONE_ELSE = wordSet('emergency guardian spouse by rep cashier seller user');

const ADDRESS = /^(?:mailto:)?[^\s@]+@[^\s@]+\.[a-z]{2,}$/i;

export const email: ContentSign = {
  field: 'customer_email',
  against: SOMEONE_ELSE,
  confidenceOf({ cells }) {
    const share = shareOf(cells, (cell) => ADDRESS.test(cell));
    return share < MOSTLY ? 0 : 0.75 * share;
  },
};

const EXTENSION = String.raw`(?:\s*(?:x|ext\.?)\s*\d{1,6})?`;
// (555) 123-4567, 555.123.4567, +1 555 123 4567, +44 20 7946 0958.
const WRITTEN = new RegExp(
  String.raw`^(?:(?:\+?1[\s.-]?)?(?:\(\d{3}\)\s?|\d{3}[\s.-])\d{3}[\s.-]\d{4}|\+\d[\d\s().-]{7,17})${EXTENSION}$`,
  'i',
);
// Area code and exchange of North America never begin with 0 or 1.
const BARE = /^1?[2-9]\d{2}[2-9]\d{6}$/;

export const phone: ContentSign = {
  field: 'customer_phone',
  against: new Set([...SOMEONE_ELSE, ...wordSet('fax id reference invoice code account')]),
  confidenceOf({ cells }) {
    const reachable = cells.filter((cell) => parsePhone(cell) !== undefined);
    const written = shareOf(reachable, (cell) => WRITTEN.test(cell));
    if (written >= MOSTLY) return 0.7 * written;
    // Bare digits may be an id as well.
    const either = shareOf(reachable, (cell) => WRITTEN.test(cell) || BARE.test(cell));
    return either < MOSTLY || isSeries(cells.map(Number)) ? 0 : 0.4 * either;
  },
};
