// What the contact form asks for, and what it says where something is missing. Bounds are those of `POST /contact`.
export const TOPICS = [
  ['question', 'A question'],
  ['demo', 'A demo'],
  ['security', 'Something about security'],
  ['accessibility', 'Something I cannot use'],
] as const;

interface ContactField {
  name: 'name' | 'email' | 'organization' | 'message';
  label: string;
  kind: 'text' | 'email' | 'long';
  /** https://html.spec.whatwg.org/#autofill-field */
  autocomplete?: 'name' | 'email' | 'organization';
  hint?: string;
  least?: number;
  most: number;
  /** Absent where it may stay empty. */
  missing?: string;
  wrong: string;
}

export const FIELDS: readonly ContactField[] = [
  {
    name: 'name',
    label: 'Name',
    kind: 'text',
    autocomplete: 'name',
    most: 200,
    missing: 'Enter your name.',
    wrong: 'Enter a name of at most 200 characters.',
  },
  {
    name: 'email',
    label: 'E-mail',
    kind: 'email',
    autocomplete: 'email',
    most: 320,
    missing: 'Enter your e-mail address: the answer goes there.',
    wrong: 'Enter an e-mail address, such as maria@example.com.',
  },
  {
    name: 'organization',
    label: 'Practice (optional)',
    kind: 'text',
    autocomplete: 'organization',
    most: 200,
    wrong: 'Enter a name of at most 200 characters.',
  },
  {
    name: 'message',
    label: 'Message',
    kind: 'long',
    hint: 'Name no patient.',
    least: 10,
    most: 4000,
    missing: 'Write your message.',
    wrong: 'Write 10 to 4,000 characters.',
  },
];
