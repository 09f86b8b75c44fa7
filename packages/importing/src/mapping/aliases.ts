// What the exports of the trade call each field. Headers are compared after normalizeHeader.
import type { MappedField } from '@medspasync/schemas';
import { normalizeHeader } from '../table/header-names.ts';

/** A list as people write one. */
const names = (list: string): string[] => list.split(',').map((name) => name.trim());

/** Earlier names are the likelier ones where a file has several. */
export const ALIASES: Readonly<Record<MappedField, readonly string[]>> = {
  transaction_id: names(`
    transaction id, id, transaction number, redemption id, reward id, pos id, sale id, payment id,
    record id, rec id, payment number, redemption number, receipt number, receipt id, order id
  `),
  customer_name: names(`
    customer name, patient name, client name, guest name, member name, customer, patient, client,
    guest, full name, customer full name, patient full name, name, member, consumer name, customer
    guest name, consumer
  `),
  customer_first_name: names(`
    first name, given name, patient first name, customer first name, client first name, guest first
    name, member first name, forename
  `),
  customer_last_name: names(`
    last name, surname, family name, patient last name, customer last name, client last name, guest
    last name, member last name
  `),
  customer_phone: names(`
    customer phone, patient phone, client phone, guest phone, phone number, phone, mobile phone,
    mobile, mobile number, cell phone, cell, customer phone number, patient phone number, phone 1,
    contact number, home phone
  `),
  customer_email: names(`
    customer email, patient email, client email, guest email, email address, email, patient email
    address, customer email address
  `),
  service: names(`
    service, treatment, product, service name, treatment name, product name, item name, item, item
    sold, product rewarded, services, procedure, product service, description, brand, service
    description, item description, reward, offer, reward description, certificate description,
    certificate short description, details
  `),
  amount: names(`
    amount, reward amount, redemption amount, redeemed amount, amount redeemed, certificate amount,
    discount redeemed, transaction amount, amount paid, total collected, total paid, total amount,
    amount usd, payment amount, sale amount, invoice total, grand total, item total, total, net
    total, net sales, net sale, dollar amount, reward value, redemption value, dollars redeemed,
    value, amount in, collected, price, subtotal, gross sales, discount amount, points redeemed,
    points used, redeemed points
  `),
  date: names(`
    date, transaction date, redemption date, date redeemed, redeemed on, sale date, service date,
    treatment date, date of service, visit date, payment date, checkout date, invoice date, sold on,
    posted on, posted date, posting date, collection date, order date, created, created at, created
    on, date created, date time, datetime, timestamp, appointment date, payout date
  `),
  time: names('time, transaction time, sale time, checkout time'),
  provider: names(`
    provider, provider name, treating provider, service provider, injector, practitioner, staff
    name, staff, staff member, team member, employee name, employee, technician, doctor, therapist,
    treated by, checkout by
  `),
  location: names(`
    location, location name, center name, facility, facility name, clinic, clinic name, site,
    branch, office, practice, practice name, store, account name
  `),
  program: names('program, loyalty program, rewards program, reward program, program name'),
  reference: names(`
    authorization code, reference, reference code, certificate number, certificate code, certificate
    id, coupon code, redemption code, confirmation number, confirmation code, reference number,
    coupon number, coupon, promo code, voucher code, authorization number, authorization, code
  `),
  invoice_id: names(`
    invoice id, invoice number, invoice, order number, sale number, ticket number, invoice
    reference, ticket id
  `),
  type: names(`
    type, transaction type, event type, transaction status, invoice status, redemption status,
    payment status, action, status
  `),
  ignore: names(`
    birthday, date of birth, dob, birth date, expiration date, expiry date, expires, expires on, zip
    code, zip, postal code, city, state, address, quantity, tax, sales tax, tip, tips, notes, note,
    client id, customer id, patient id, guest id, member id, staff id, sku, category, time zone,
    gender, age, balance, units, fees, payment method, payment type, tender type, member since
  `),
};

const fieldOfAlias = new Map<string, MappedField>();
for (const [field, names] of Object.entries(ALIASES) as [MappedField, readonly string[]][]) {
  for (const name of names) fieldOfAlias.set(name, field);
}

/** The field a header names exactly, by normalized name. */
export const fieldNamed = (normalised: string): MappedField | undefined => fieldOfAlias.get(normalised);

/** Every word that headers are made of. */
const WORDS = new Set([...fieldOfAlias.keys()].flatMap((name) => name.split(' ')));

/** Whether a cell says nothing but what headers say: the row it stands in may be a patient's, where a file has no header. */
export function isHeaderWording(cell: string): boolean {
  if (cell.length > LONGEST_HEADER) return false;
  const words = normalizeHeader(cell).split(' ');
  return words.every((word) => WORDS.has(word));
}

/** Longer cells are prose or data, and not worth taking apart. */
const LONGEST_HEADER = 100;

/** Whether a header cell names a field, or a column known to be none. */
export const isKnownHeader = (header: string): boolean =>
  header.length <= LONGEST_HEADER && fieldOfAlias.has(normalizeHeader(header));
