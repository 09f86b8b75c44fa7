// What becomes of a visitor's message: it is sealed and kept for whoever runs the installation to read.
import { randomUUID } from 'node:crypto';
import type { ContactReceivedWire, ContactRequestWire } from '@medspasync/schemas';
import { Refusal } from '../../platform/errors/index.ts';
import type { Logger } from '../../platform/logging/index.ts';
import type { ContactMessagesRepository } from './contact-messages.repository.ts';

export class ContactService {
  constructor(
    private readonly messages: ContactMessagesRepository,
    private readonly logger: Pick<Logger, 'info'>,
  ) {}

  /** @throws Refusal `idempotency.key-reused` when the key stands for another message. */
  async receive(message: ContactRequestWire, key: string = randomUUID()): Promise<ContactReceivedWire> {
    const outcome = await this.messages.add(key, message);
    if (outcome === 'other') throw new Refusal('idempotency.key-reused');
    // Never what it says, nor who wrote it.
    if (outcome === 'added') this.logger.info({ topic: message.topic }, 'a message of a visitor has come in');
    return { message: 'Thank you. We answer by e-mail.' };
  }
}
