// What a visitor of the public site writes to us. Not about patients: the form says so, and what is written is sealed.
import * as z from 'zod';
import { lineOf } from './text.ts';

export const ContactTopicWire = z.enum(['demo', 'question', 'security', 'accessibility']);
export type ContactTopic = z.infer<typeof ContactTopicWire>;

/** POST /contact. */
export const ContactRequestWire = z
  .strictObject({
    name: lineOf(200).meta({ example: 'Maria Santos' }),
    email: z.email().max(320).meta({ example: 'maria@glow.test' }),
    organization: lineOf(200).optional().meta({ example: 'Glow Aesthetics' }),
    topic: ContactTopicWire.default('question'),
    message: z
      .string()
      .trim()
      .min(10)
      .max(4000)
      .meta({ description: 'Name no patient.', example: 'We run three locations and would like a demo.' }),
  })
  .meta({ id: 'ContactRequest' });
export type ContactRequestWire = z.infer<typeof ContactRequestWire>;

export const ContactReceivedWire = z
  .object({ message: z.string().meta({ example: 'Thank you. We answer by e-mail.' }) })
  .meta({ id: 'ContactReceived' });
export type ContactReceivedWire = z.infer<typeof ContactReceivedWire>;
