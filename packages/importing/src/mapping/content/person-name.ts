// Patients' names. Their shape is shared by treatments, places and staff, which repeat where patients do not.
import { type ContentSign, MOSTLY, shareOf, wordSet } from './content-sign.ts';

const WORD = String.raw`\p{L}[\p{L}'’.-]*`;
const LAST_FIRST = new RegExp(String.raw`^\p{Lu}[\p{L}'’. -]*,\s*\p{Lu}[\p{L}'’.-]*(?: ${WORD}){0,2}$`, 'u');
const FIRST_LAST = new RegExp(String.raw`^\p{Lu}[\p{L}'’.-]*(?: ${WORD}){0,2} \p{Lu}[\p{L}'’.-]*$`, 'u');

const STAFF_TITLE = /^(?:dr|np|pa|rn|md|nurse)\b/i;
const NOT_A_PERSON = wordSet(
  'botox dysport xeomin jeuveau daxxify juvederm juvéderm restylane sculptra radiesse kybella skinvive filler ' +
    'cosmetic facial laser peel hydrafacial microneedling lip lips ultra volume consultation treatment skin body ' +
    'membership package gift card cash credit visa reward rewards coupon med medical spa clinic center suite llc inc',
);

/** In a shorter sample repetition says nothing. */
const ENOUGH = 4;
const DISTINCT = 0.5;

export const personName: ContentSign = {
  field: 'customer_name',
  against: wordSet('by referral referred rep cashier seller user nurse emergency guardian spouse title city'),
  confidenceOf({ cells }) {
    if (cells.length >= ENOUGH && new Set(cells).size <= cells.length * DISTINCT) return 0;
    const lastFirst = shareOf(cells, (cell) => LAST_FIRST.test(cell) && isPerson(cell));
    if (lastFirst >= MOSTLY) return 0.55 * lastFirst;
    const either = shareOf(
      cells,
      (cell) => (LAST_FIRST.test(cell) || FIRST_LAST.test(cell)) && isPerson(cell),
    );
    return either < MOSTLY ? 0 : 0.45 * either;
  },
};

const isPerson = (cell: string): boolean =>
  !STAFF_TITLE.test(cell) &&
  !cell
    .toLowerCase()
    .split(/[\s,]+/)
    .some((word) => NOT_A_PERSON.has(word));
