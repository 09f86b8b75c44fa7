// The fields a column can mean, as a person calls them, in the order of the choice.
import type { MappedField } from '@medspasync/schemas';

export const FIELD_WORDS: Readonly<Record<MappedField, string>> = {
  ignore: 'Ignore',
  customer_name: 'Patient name',
  customer_first_name: 'Patient first name',
  customer_last_name: 'Patient last name',
  customer_phone: 'Patient phone',
  customer_email: 'Patient e-mail',
  amount: 'Amount',
  date: 'Date',
  time: 'Time',
  service: 'Product or service',
  provider: 'Staff',
  location: 'Location',
  program: 'Loyalty program',
  reference: 'Code or certificate',
  invoice_id: 'Invoice',
  transaction_id: 'Record id',
  type: 'Kind of transaction',
};

export const FIELD_CHOICES = Object.entries(FIELD_WORDS) as [MappedField, string][];
