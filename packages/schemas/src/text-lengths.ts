// The most characters a text of a transaction may have on the wire.

export const LONGEST_TEXT = {
  transaction_id: 200,
  customer_name: 300,
  customer_phone: 60,
  customer_email: 320,
  service: 500,
  provider: 300,
  location: 300,
  reference: 200,
  invoice_id: 200,
} as const;
